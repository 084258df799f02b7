//! Mouse, fingers and wheel on the picture, as the engine's gestures.

use super::paint::set;
use super::scene::{Keeper, Scene};
use super::surface::Ruler;
use crate::timeline::gesture::Move;
use crate::timeline::minimap::{Grip, Part};
use crate::timeline::scale::Scale;
use crate::timeline::state::Action;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::window;
use std::time::Duration;
use web_sys::{PointerEvent, WheelEvent};

/// How long after the last movement what is drawn may glide again.
const REST: Duration = Duration::from_millis(300);
/// How much nearer a wheel goes with each pixel that it turns.
const NEARER: f64 = 0.004;
/// How near to an edge of the window on the map a pointer holds it, in CSS pixels.
const REACH_PX: f64 = 8.0;
/// What a wheel that counts lines turns with each, in pixels.
const LINE_PX: f64 = 20.0;

impl<K: Keeper> Scene<K> {
    /// A pointer comes down. If the picture glides, this holds it and presses nothing.
    pub fn down(&mut self, event: &PointerEvent) {
        let was_gliding = self.inertia.stop();
        if event.button() == 0 {
            self.ruler = Ruler::of(&self.plot);
            self.gesture.down(event.pointer_id(), self.ruler.px(event.client_x()));
            if was_gliding {
                self.gesture.hold();
            }
        }
    }

    /// A pointer moves.
    pub fn go(&mut self, event: &PointerEvent) {
        if event.buttons() == 0 {
            self.lift(event);
        } else {
            self.follow(event);
        }
    }

    /// Moves the picture along with a pointer.
    fn follow(&mut self, event: &PointerEvent) {
        let moved = self.gesture.go(event.pointer_id(), self.ruler.px(event.client_x()));
        let is_rest = [Move::None, Move::Pan(0.0)].contains(&moved);
        let Some(scale) = self.scale().filter(|_| !is_rest) else { return };
        // From here on the movement is ours, wherever the pointer goes; one that is gone by now needs no holding.
        let _ = self.surface.set_pointer_capture(event.pointer_id());
        self.stir(if matches!(moved, Move::Pinch(..)) { "zoom" } else { "" });
        match moved {
            Move::None => {}
            Move::Pan(px) => {
                self.inertia.go(px, event.time_stamp());
                self.pan_px(px, scale);
            }
            Move::Pinch(factor, about_px, along_px) => {
                self.inertia.stop();
                self.keeper.act(Action::Zoom(factor, Some(scale.day_from_px(about_px))));
                self.pan_px(along_px, scale);
            }
        }
    }

    /// A pointer is lifted or lost. What was moved until then, and to where it was lifted, glides on, unless the reader wants less motion.
    pub fn lift(&mut self, event: &PointerEvent) {
        if event.type_() == "pointerup" {
            self.follow(event);
        }
        let was_held = !self.gesture.is_let_go();
        self.gesture.lift(event.pointer_id());
        let is_let_go = was_held && self.gesture.is_let_go() && event.type_() == "pointerup";
        if is_let_go && !wants_less_motion() && self.inertia.let_go(event.time_stamp()) {
            self.glided = self.keeper.now().viewport;
            self.keeper.on_frame();
        }
    }

    /// Moves on as far as the picture has glided by now. It stops where time ends, and where something else has moved it. What rests is drawn to stay.
    pub fn glide(&mut self) {
        let Some(scale) = self.scale().filter(|_| self.inertia.is_gliding()) else {
            // Removing an attribute does not fail.
            let _ = self.surface.remove_attribute("data-moving");
            self.draw();
            return;
        };
        let px = self.inertia.glide(window().performance().map_or(0.0, |clock| clock.now()));
        let before = self.keeper.now().viewport;
        if before != self.glided {
            self.inertia.stop();
            return;
        }
        self.stir("");
        self.pan_px(px, scale);
        self.glided = self.keeper.now().viewport;
        if px != 0.0 && self.glided == before {
            self.inertia.stop();
        }
        if self.inertia.is_gliding() {
            self.keeper.on_frame();
        }
    }

    /// The wheel turns: with Ctrl, or pinched on a trackpad, it zooms; sideways it moves. Otherwise the page scrolls.
    pub fn wheel(&mut self, event: &WheelEvent) {
        self.inertia.stop();
        let Some(scale) = self.scale() else { return };
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE_PX } else { 1.0 };
        let (across, along) = (event.delta_x() * unit, event.delta_y() * unit);
        let ruler = Ruler::of(&self.plot);
        if event.ctrl_key() {
            let much = 1.0 + (along.abs() * NEARER).min(1.0);
            let factor = if along < 0.0 { much } else { 1.0 / much };
            self.keeper
                .act(Action::Zoom(factor, Some(scale.day_from_px(ruler.px(event.client_x())))));
        } else if across.abs() > along.abs() {
            self.pan_px(-ruler.along(across), scale);
        } else {
            return;
        }
        event.prevent_default();
        // In zooming everything is painted anew in each frame: layers that can be moved as they are would only cost.
        self.stir(if event.ctrl_key() { "zoom" } else { "" });
    }

    /// The pointer is on the map: the window goes there, or along with it if that is where it was taken hold of, or only one edge of it.
    pub fn go_on_map(&mut self, event: &PointerEvent) {
        if event.buttons() & 1 == 0 {
            return;
        }
        self.inertia.stop();
        // A pointer that is gone by now needs no holding.
        let _ = self.map.set_pointer_capture(event.pointer_id());
        let whole = self.map_bounds();
        let days_per_px = (whole.last - whole.first) / f64::from(self.map.client_width()).max(1.0);
        let day = whole.first + Ruler::of(&self.map).px(event.client_x()) * days_per_px;
        if event.type_() == "pointerdown" {
            self.grip = Grip::at(day, self.viewport, REACH_PX * days_per_px);
        }
        self.stir(if self.grip.part == Part::Middle { "" } else { "zoom" });
        self.keeper.act(self.grip.action(day, self.viewport, whole));
    }

    fn pan_px(&self, px: f64, scale: Scale) {
        self.keeper.act(Action::Pan(-px / scale.px_per_day));
    }

    fn scale(&self) -> Option<Scale> {
        Some(self.viewport.scale(self.metrics?.width_px))
    }

    /// Lets nothing glide until the movement has come to rest. `how` says to the stylesheet what moves: `zoom`, or nothing if the whole is moved.
    pub(super) fn stir(&mut self, how: &str) {
        if let Some(running) = self.rest.take() {
            running.clear();
        }
        self.is_stirred = true;
        if self.surface.get_attribute("data-moving").as_deref() != Some(how) {
            set(&self.surface, "data-moving", how); // each change has all that is drawn styled anew
        }
        let keeper = self.keeper.clone();
        self.rest = set_timeout_with_handle(move || keeper.on_frame(), REST).ok();
    }
}

/// Whether the reader has asked for less motion.
fn wants_less_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
