// Notes of claims: the style sheet shows them on hover and on focus. This opens one by a first tap
// (a second one follows the link), and closes it by Escape or by a tap elsewhere.
"use strict";

const claims = document.querySelectorAll(".claim:has(.claim-note)");

function close(claim) {
  claim.classList.remove("open");
}

for (const claim of claims) {
  const words = claim.querySelector(".claim-words");
  let touched = false;
  words.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
  });
  words.addEventListener("click", (event) => {
    if (touched && !claim.classList.contains("open")) {
      event.preventDefault();
      claim.classList.remove("dismissed");
      claim.classList.add("open");
    }
    touched = false;
  });
  // What Escape closed opens again the next time that one comes by.
  claim.addEventListener("pointerleave", () => claim.classList.remove("dismissed"));
  claim.addEventListener("focusout", () => claim.classList.remove("dismissed"));
}

document.addEventListener("pointerdown", (event) => {
  for (const claim of claims) {
    if (!claim.contains(event.target)) close(claim);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const claim of claims) {
    close(claim);
    if (claim.matches(":hover, :focus-within")) claim.classList.add("dismissed");
  }
});
