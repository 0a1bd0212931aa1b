// Renders a document for each line on standard input; answers with the seconds that it took.
// Usage: node serve.js ENGINE TEMPLATE DATA OUT
'use strict';

const fs = require('fs');
const readline = require('readline');

const [engine, templatePath, dataPath, outPath] = process.argv.slice(2);
const template = fs.readFileSync(templatePath);
const data = JSON.parse(fs.readFileSync(dataPath, 'utf8'));

const engines = {
  docxtemplater() {
    const Docxtemplater = require('docxtemplater');
    const PizZip = require('pizzip');
    return async () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
  },
  'easy-template-x'() {
    const { TemplateHandler } = require('easy-template-x');
    const handler = new TemplateHandler();
    return () => handler.process(template, data);
  },
  carbone() {
    const carbone = require('carbone');
    return () => new Promise((resolve, reject) => {
      carbone.render(templatePath, data, (error, result) => (error ? reject(error) : resolve(result)));
    });
  },
};

const render = engines[engine]();

(async () => {
  for await (const _ of readline.createInterface({ input: process.stdin })) {
    const start = process.hrtime.bigint();
    const out = await render();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    fs.writeFileSync(outPath, out);
    console.log(seconds);
  }
  process.exit(0);
})();
