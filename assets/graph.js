/* The chart component: a box for a figure; assets/30_charts.js draws in it. */
(function () {
  "use strict";
  const { Component, createElement } = window.React;
  const nameOf = (id) => JSON.parse(id).name;

  /** Class, height and name of the box of a figure, as the server gives it (components/render/graph.py). */
  function attributes({ layout }, name) {
    const grows = layout.xaxis && !layout.geo && !(layout.yaxis && layout.yaxis.type === "category");
    return { className: layout.geo ? "plot map" : grows ? "plot grows" : "plot", style: { "--height": `${layout.height}px` }, "data-figure": name };
  }

  class Graph extends Component {
    shouldComponentUpdate({ id, figure }) {
      return id !== this.props.id || figure !== this.props.figure;
    }

    componentDidMount() {
      this.componentDidUpdate();
    }

    componentDidUpdate() {
      const { id, figure } = this.props;
      if (figure) window.regioscope.charts.show({ [nameOf(id)]: figure });
    }

    render() {
      const { id, figure } = this.props;
      return figure ? createElement("div", { id, ...attributes(figure, nameOf(id)) }) : null;
    }
  }

  window.regioscope = Object.assign(window.regioscope || {}, { Graph });
})();
