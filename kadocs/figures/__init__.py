"""Text ⇄ value for what deals are made of: numbers, money, 大写, amounts in words, dates.

Pure and light: nothing here reads a file, knows a sales term, or imports a heavy library.
Bad input raises `kadocs.findings.Fault`.
"""
