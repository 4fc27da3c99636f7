// Adds a button under each quotation that copies it with its citation and address. Without scripts the page lacks only this.
document.querySelectorAll("figure.quotation").forEach((figure) => {
  const button = document.createElement("button")
  const status = document.createElement("span")
  button.type = "button"
  button.className = "copy-quotation"
  button.textContent = "Copy with citation"
  status.className = "copy-status"
  status.setAttribute("role", "status")
  button.addEventListener("click", async () => {
    const caption = figure.querySelector("figcaption").cloneNode(true)
    caption.querySelectorAll("sup").forEach((note) => note.remove())
    const address = `${document.querySelector("link[rel=canonical]").href}#${figure.id}`
    const words = [figure.querySelector("blockquote").innerText, caption.innerText, document.title, address]
    try {
      await navigator.clipboard.writeText(words.map((part) => part.trim()).join("\n"))
      status.textContent = "Copied."
    } catch {
      status.textContent = "Could not copy: select the text instead."
    }
    setTimeout(() => (status.textContent = ""), 4000)
  })
  figure.append(button, status)
})
