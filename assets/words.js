/* Boxes whose inside the server writes as HTML: what differs is changed in place, so that focus, scrolling, drawings and what is unfolded stay. */
(function () {
  "use strict";
  const { Component, createElement, createRef } = window.React;
  const ELEMENT = 1;
  const KEPT = new Set(["open"]);
  const PASSED = /^(className|role|data-.*|aria-.*)$/;

  function sameAttributes(was, now) {
    for (const { name, value } of now.attributes) if (!KEPT.has(name) && was.getAttribute(name) !== value) was.setAttribute(name, value);
    for (const { name } of [...was.attributes]) if (!KEPT.has(name) && !now.hasAttribute(name)) was.removeAttribute(name);
  }

  /** Make the children of one element those of another, keeping each that can become its counterpart. */
  function become(was, now) {
    const wanted = [...now.childNodes];
    wanted.forEach((child, at) => {
      const old = was.childNodes[at];
      if (!old) was.append(child);
      else if (old.nodeName !== child.nodeName) old.replaceWith(child);
      else if (child.nodeType === ELEMENT) {
        sameAttributes(old, child);
        if (!old.dataset.figure) become(old, child);
      } else if (old.data !== child.data) old.data = child.data;
    });
    while (was.childNodes.length > wanted.length) was.lastChild.remove();
  }

  function parsed(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content;
  }

  class Words extends Component {
    constructor(props) {
      super(props);
      this.box = createRef();
    }

    componentDidMount() {
      this.box.current.innerHTML = this.props.children || "";
    }

    componentDidUpdate(before) {
      const html = this.props.children;
      if (html !== before.children) become(this.box.current, parsed(html || ""));
    }

    render() {
      const { tag, name } = this.props;
      const attributes = Object.entries(this.props).filter(([prop]) => PASSED.test(prop));
      return createElement(tag, { ...Object.fromEntries(attributes), id: name, ref: this.box });
    }
  }

  /** Put other HTML into the box with this id. */
  function put(id, html) {
    const box = document.getElementById(id);
    if (box) become(box, parsed(html || ""));
  }

  window.regioscope = Object.assign(window.regioscope || {}, { Words, put });
})();
