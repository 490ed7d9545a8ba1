// iso_8583 on M1: node iso_8583.js HEX. Prints lines of: library, work, nanoseconds, tab between.
'use strict';

const Iso8583 = require('iso_8583');

const ROUNDS = 41;
const CALLS = 200;

function read(wire) {
  // It returns an error instead of throwing it.
  const fields = new Iso8583().getIsoJSON(wire, { lenHeader: false });
  if (fields.error) throw new Error(fields.error);
  return fields;
}

function three(fields) {
  return [fields[2], Number(fields[4]), Number(fields[11])];
}

function write(fields) {
  const bytes = new Iso8583(fields).getRawMessage();
  if (bytes.error) throw new Error(bytes.error);
  return bytes;
}

function measure(work, once) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < CALLS; call += 1) once();
    times.push(Number(process.hrtime.bigint() - start) / CALLS);
  }
  times.sort((one, other) => one - other);
  console.log(`iso_8583 (npm)\t${work}\t${times[ROUNDS >> 1].toFixed(0)}`);
}

const wire = Buffer.from(process.argv[2], 'hex');
const fields = read(wire);
if (three(fields).join() !== '4111111111111111,1250,124') throw new Error('what was read');
// What it writes always has a second bitmap, so it is held to the values.
const again = read(write(fields));
if (Object.keys(fields).some((number) => again[number] !== fields[number])) throw new Error('what was written');
measure('parse', () => read(wire));
measure('parse + read three', () => three(read(wire)));
measure('set all + encode', () => write({ ...fields }));
