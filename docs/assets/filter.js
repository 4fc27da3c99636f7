// Lets a reader narrow a list. The list is whole without scripts; the form is shown only here, where it works.
// form.filter[data-items]: which elements it narrows. Each control's name is a data attribute of theirs. What it says is in
// templates/lists/filter.md.
document.querySelectorAll("form.filter").forEach((form) => {
  const items = [...document.querySelectorAll(form.dataset.items)]
  const status = form.querySelector("[role=status]")
  const controls = [...form.elements].filter((control) => control.name)

  // On paper the page says under which address it stands.
  const paper = document.querySelector(".address")
  const whole = paper.textContent

  // A value that none of them has, from an address cut short or mistyped, changes nothing.
  const choose = (name, value) => {
    const chosen = controls.find((control) => control.name === name && control.value === value)
    if (chosen) chosen.checked = true
  }

  const apply = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value)
    items.forEach((item) => {
      item.hidden = !chosen.every(([name, value]) => item.dataset[name].split("|").includes(value))
    })
    // A heading whose items are all hidden would announce an empty part.
    document.querySelectorAll(form.dataset.groups).forEach((group) => {
      group.hidden = [...group.querySelectorAll(form.dataset.items)].every((item) => item.hidden)
    })
    const shown = items.filter((item) => !item.hidden).length
    const { all, some, none } = form.dataset
    const words = chosen.length ? (shown ? some : none) : all
    status.textContent = words.replace("{shown}", shown).replace("{all}", items.length)
    const address = new URL(location)
    new Set(controls.map((control) => control.name)).forEach((name) => address.searchParams.delete(name))
    chosen.forEach(([name, value]) => address.searchParams.set(name, value))
    history.replaceState(history.state, "", address)
    paper.textContent = whole + address.search
  }

  const targeted = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      // What does not decode names nothing.
      return null
    }
  }

  const showTarget = () => {
    const target = targeted()
    if (!target || !items.includes(target.closest(form.dataset.items))) return
    // Where it is shown the browser has gone there itself, or, going back, to where the reader was.
    if (!target.closest(form.dataset.items).hidden) return
    form.reset()
    apply()
    target.scrollIntoView()
  }

  new URLSearchParams(location.search).forEach((value, name) => choose(name, value))
  form.addEventListener("change", apply)
  form.addEventListener("reset", () => setTimeout(apply))
  form.addEventListener("submit", (event) => event.preventDefault())
  window.addEventListener("hashchange", showTarget)
  form.hidden = false
  apply()
  showTarget()
})
