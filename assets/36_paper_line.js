/* Paper says on which day it was printed, and where what it shows is found. */
window.addEventListener("beforeprint", () => {
  for (const line of document.querySelectorAll(".paper-line")) {
    const day = new Date().toLocaleDateString(line.dataset.locale, { dateStyle: "long" });
    line.textContent = line.dataset.foot.replace("{date}", day).replace("{address}", window.location.href.split("#")[0]);
  }
});
