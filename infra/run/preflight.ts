/** Stops with one sentence unless this is the Node that the product is written for; import it first. */
const [major] = process.versions.node.split('.');
if (major !== '24') {
  console.error(
    `This needs Node 24 and runs on Node ${process.versions.node}. Start it with npm, for example "npm start".`,
  );
  process.exit(1);
}
