// Adds a button under each quotation that copies it with its citation and address. Without scripts the page lacks only this.
document.querySelectorAll("figure.quotation").forEach((figure) => {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "copy-quotation"
  button.textContent = "Copy with citation"
  button.addEventListener("click", async () => {
    const caption = figure.querySelector("figcaption").cloneNode(true)
    caption.querySelectorAll("sup").forEach((note) => note.remove())
    const address = `${location.origin}${location.pathname}#${figure.id}`
    const words = [figure.querySelector("blockquote").innerText, caption.innerText, document.title, address]
    try {
      await navigator.clipboard.writeText(words.map((part) => part.trim()).join("\n"))
      button.textContent = "Copied"
    } catch {
      button.textContent = "Could not copy: select the text instead"
    }
    setTimeout(() => (button.textContent = "Copy with citation"), 3000)
  })
  const status = document.createElement("div")
  status.setAttribute("aria-live", "polite")
  status.append(button)
  figure.append(status)
})
