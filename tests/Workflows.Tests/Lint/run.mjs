// Lints the drawings named as arguments: bpmnlint's recommended rules and those of Zeebe 8.8, to which the files could move.
// Prints one line per finding and nothing when all is well.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { createRequire } from 'node:module';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json');
const config = { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-8'] };

for (const file of process.argv.slice(2)) {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(file, 'utf8'));
  for (const warning of warnings) console.log(`${file}: ${warning.message}`);
  // A linter keeps what it has seen: one for each file.
  const found = await new Linter({ config, resolver: new NodeResolver() }).lint(rootElement);
  for (const [rule, findings] of Object.entries(found)) {
    for (const finding of findings) console.log(`${file}: ${finding.id}: ${finding.message} (${rule})`);
  }
}
