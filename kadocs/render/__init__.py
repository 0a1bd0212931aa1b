"""Documents from templates: a template's bytes and a context in, a document's bytes out.

Nothing here knows what a deal is, and nothing here touches the disk.
"""
