// Material opens its search on a phone by a label that no keyboard reaches; this is a button.
document.querySelector(".open-search").addEventListener("click", () => document.querySelector(".md-search__input").focus())
