// One dot, in the page from the start, that follows the wheel and the mouse: as little as a page can do. What this takes, the
// browser and the machine take, and no timeline can take less.
import { show, surface } from './page.js';
import './floor.css';

const dot = surface.firstElementChild;
let x = 0, held = null;
const move = (by) => { x += by; dot.style.transform = `translateX(${x}px)`; };
surface.addEventListener('wheel', (event) => { event.preventDefault(); move(Math.sign(event.deltaY)); }, { passive: false });
surface.addEventListener('pointerdown', (event) => { held = event.clientX; });
surface.addEventListener('pointermove', (event) => { if (event.buttons) { move(event.clientX - held); held = event.clientX; } });
dot.addEventListener('click', () => { dot.classList.toggle('selected'); show(dot.textContent, '', ''); });
