for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Tersalin";
    setTimeout(() => { button.textContent = "Salin"; }, 1500);
  });
}
