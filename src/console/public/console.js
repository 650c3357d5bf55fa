// Comfort for the keyboard. Every page works without it.
const OFF = 'soi-keys-off'
const dialog = document.getElementById('keys')
const rows = [...document.querySelectorAll('[data-row]')]
let afterG = false

const isTyping = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))

/** @param {number} step */
function move(step) {
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))]
  const link = next?.querySelector('[data-open], a')
  if (link instanceof HTMLElement) {
    link.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
}

/** @param {string} selector */
function follow(selector) {
  const target = document.querySelector(selector)
  if (!(target instanceof HTMLElement)) return false
  target.click()
  const field = target.tagName === 'SUMMARY' ? target.parentElement?.querySelector('select, textarea') : null
  if (field instanceof HTMLElement) field.focus()
  return true
}

/** @param {string} key */
function act(key) {
  if (afterG) {
    afterG = false
    return follow(`[data-go="${CSS.escape(key)}"]`)
  }
  if (key === 'g') {
    afterG = true
    setTimeout(() => {
      afterG = false
    }, 1500)
    return true
  }
  if (key === '?' && dialog instanceof HTMLDialogElement) {
    dialog.showModal()
    return true
  }
  if (key === '/') {
    const field = document.querySelector('[data-search]')
    if (field instanceof HTMLElement) field.focus()
    return field !== null
  }
  if (rows.length > 0 && (key === 'j' || key === 'k')) {
    move(key === 'j' ? 1 : -1)
    return true
  }
  if (key === 'x' && choose()) return true
  return follow(`[data-key="${CSS.escape(key)}"]`)
}

/** Chooses the row that is looked at. */
function choose() {
  const row = rows.find((each) => each.contains(document.activeElement))
  const box = row?.querySelector('[data-pick]')
  if (!(box instanceof HTMLElement)) return false
  box.click()
  return true
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLElement)) return
  const form = event.target.closest('form')
  if (!form || !isTyping(event.target)) return
  event.preventDefault()
  form.requestSubmit()
})

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
  if (dialog instanceof HTMLDialogElement && dialog.open) return
  if (localStorage.getItem(OFF) === 'yes') return
  if (event.key.length === 1 && act(event.key)) event.preventDefault()
})

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-key="?"]') : null
  if (!link || !(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  if (!dialog.open) dialog.showModal()
})

const off = document.getElementById('keys-off')
if (off instanceof HTMLInputElement) {
  off.checked = localStorage.getItem(OFF) === 'yes'
  off.addEventListener('change', () => localStorage.setItem(OFF, off.checked ? 'yes' : 'no'))
}
