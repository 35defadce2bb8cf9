// What pages do beyond links and forms. Each module leaves a page alone that has nothing for it.
import { announceSwaps } from "./announce.js";
import { dropZones } from "./drop-zone.js";
import { filters } from "./filters.js";
import { menus } from "./menus.js";
import { toasts } from "./toasts.js";

menus();
toasts();
dropZones();
filters();
announceSwaps();
