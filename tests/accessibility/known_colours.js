// Axe reads the text of a colour anew for every cell of a table; a page has a handful of colours.
(() => {
  const colour = axe.commons.color.Color.prototype;
  const parse = colour.parseString;
  const known = new Map();
  colour.parseString = function (text) {
    const had = known.get(text);
    if (had) return Object.assign(this, had);
    parse.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
})();
