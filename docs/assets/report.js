// Offers a report beside every record. It leads to the foot of the page, whose links then name the record: one place says
// what is public and what is not. Without scripts those links name the page. Its
// words are in overrides/partials/answerable.html.
{
  const foot = document.getElementById("something-wrong")
  const name = (record) => {
    const page = document.querySelector("link[rel=canonical]").href
    foot.querySelectorAll("a").forEach((link) => {
      link.dataset.page ??= link.href
      const forms = [encodeURIComponent, (address) => address]
      link.href = forms.reduce((href, form) => href.replace(form(page), form(`${page}#${record.id}`)), link.dataset.page)
    })
    const title = record.querySelector("strong, h4") ?? record
    foot.querySelector("[role=status]").textContent = foot.dataset.about.replace("{title}", title.firstChild.textContent.trim())
  }
  const records = ".md-content :is(li, article, figure.quotation)[id]:not(.footnote *), .claim > h2, .person"
  if (foot) {
    document.querySelectorAll(records).forEach((record) => {
      const link = document.createElement("a")
      link.className = "report"
      link.href = "#something-wrong"
      link.textContent = foot.dataset.report
      link.addEventListener("click", () => name(record))
      record.append(" ", link)
    })
  }
}
