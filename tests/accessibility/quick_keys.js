// WeakMap and WeakSet for axe, as they are but quick: what is held lies in a private field of its key.
//
// Axe keeps six of its own fields of every colour in WeakMaps. Those of the browser are made for few keys: with the
// colours of a long table in them most of the time goes to them and to the collector of garbage.
(() => {
  const given = function (key) { return key; };
  const gone = Symbol("gone");
  const fieldOf = () => class extends given {
    #value;
    constructor(key, value) { super(key); this.#value = value; }
    static isIn(key) { return #value in key; }
    static read(key) { return key.#value; }
    static write(key, value) { key.#value = value; }
  };
  const isKey = (one) => (typeof one === "object" && one !== null) || typeof one === "function";

  window.WeakMap = class WeakMap {
    #field = fieldOf();
    constructor(pairs) { for (const [key, value] of pairs ?? []) this.set(key, value); }
    has(key) { return isKey(key) && this.#field.isIn(key) && this.#field.read(key) !== gone; }
    get(key) { return this.has(key) ? this.#field.read(key) : undefined; }
    set(key, value) {
      if (!isKey(key)) throw new TypeError("a key is an object");
      if (this.#field.isIn(key)) this.#field.write(key, value);
      else new this.#field(key, value);
      return this;
    }
    delete(key) {
      const was = this.has(key);
      if (was) this.#field.write(key, gone);
      return was;
    }
    get [Symbol.toStringTag]() { return "WeakMap"; }
  };

  window.WeakSet = class WeakSet {
    #keys = new window.WeakMap();
    constructor(keys) { for (const key of keys ?? []) this.add(key); }
    has(key) { return this.#keys.has(key); }
    add(key) { this.#keys.set(key, true); return this; }
    delete(key) { return this.#keys.delete(key); }
    get [Symbol.toStringTag]() { return "WeakSet"; }
  };
})();
