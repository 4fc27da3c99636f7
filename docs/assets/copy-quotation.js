// Adds a button under each quotation that copies it with its citation and address. Without scripts the page lacks only this.
// Its words are in templates/inline/quote.md.
document.querySelectorAll(".quotation").forEach((quotation) => {
  const button = document.createElement("button")
  const status = document.createElement("span")
  button.type = "button"
  button.className = "copy-quotation"
  button.textContent = quotation.dataset.copy
  status.className = "copy-status"
  status.setAttribute("role", "status")
  button.addEventListener("click", async () => {
    const caption = quotation.querySelector(".attribution").cloneNode(true)
    caption.querySelectorAll("sup").forEach((note) => note.remove())
    const address = `${document.querySelector("link[rel=canonical]").href}#${quotation.id}`
    const words = [quotation.querySelector("blockquote").innerText, caption.innerText, document.title, address]
    try {
      await navigator.clipboard.writeText(words.map((part) => part.trim()).join("\n"))
      status.textContent = quotation.dataset.copied
    } catch {
      status.textContent = quotation.dataset.failed
    }
    setTimeout(() => (status.textContent = ""), 4000)
  })
  quotation.append(button, status)
})
