// Material's script (search, tooltips, following the contents) is fetched with the reader's first act, its search index
// and its worker with the first use of search: nobody pays for what they do not use.
{
  const input = document.querySelector(".md-search__input")
  // What does not decode has U+FFFD in it, and no page has.
  const highlight = /^[^\uFFFD]+$/.test(new URLSearchParams(location.search).get("h") ?? "")

  let searching
  const wanted = new Promise((resolve) => (searching = resolve))
  input.addEventListener("focus", searching)

  // Material asks for the index as soon as it runs, and for a site map beside each alternate of the page, which no page here
  // has a use for.
  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address) {
      this.asksForIndex = address.includes("search/search_index")
      super.open(method, address)
    }

    send() {
      if (this.asksForIndex) wanted.then(() => super.send())
    }
  }

  // It starts its worker then, too; this one starts when it is first spoken to.
  const RealWorker = window.Worker
  window.Worker = class extends EventTarget {
    constructor(address) {
      super()
      this.address = address
    }

    postMessage(message) {
      if (!this.real) {
        // From a disk browsers start no worker by its address; the bundle for reading offline brings its text.
        const text = location.protocol === "file:" && URL.createObjectURL(new Blob([window.__worker]))
        this.real = new RealWorker(text || this.address)
        this.real.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })))
      }
      this.real.postMessage(message)
    }
  }

  const acts = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin"]
  const fetchScript = (event) => {
    // A mouse at rest under which the page has moved.
    if (event?.type === "pointermove" && !event.movementX && !event.movementY) return
    acts.forEach((act) => removeEventListener(act, fetchScript))
    const script = document.createElement("script")
    script.src = document.getElementById("__config").dataset.script
    // It waits for an event that has long passed.
    script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")))
    document.head.append(script)
  }
  acts.forEach((act) => addEventListener(act, fetchScript, { passive: true }))
  if (highlight) {
    searching()
    fetchScript()
  }

  // The way into search that works before Material's script is there. On a phone its own is a label no keyboard reaches.
  document.querySelector(".open-search").addEventListener("click", () => input.focus())
}
