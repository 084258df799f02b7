//! What fingers and the mouse mean on the picture: one drags it, two zoom it. Below a small distance a press is only a press.

/// How far a pointer moves before it drags, in CSS pixels.
const SLOP_PX: f64 = 5.0;

/// What a movement asks for. Pixels are counted from the inline start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    /// Nothing yet.
    None,
    /// Move the picture along by so many pixels.
    Pan(f64),
    /// Nearer by a factor about a place, and along by so many pixels.
    Pinch(f64, f64, f64),
}

/// The pointers that are down, each with its place in CSS pixels from the inline start.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    pointers: Vec<(i32, f64)>,
    origin_px: f64,
    is_dragging: bool,
}

impl Gesture {
    /// A pointer comes down; a third one is left out.
    pub fn down(&mut self, id: i32, px: f64) {
        self.lift(id);
        if self.pointers.is_empty() {
            self.origin_px = px;
            self.is_dragging = false;
        }
        if self.pointers.len() < 2 {
            self.pointers.push((id, px));
        }
        self.is_dragging |= self.pointers.len() == 2;
    }

    /// A pointer moves.
    #[must_use]
    pub fn go(&mut self, id: i32, px: f64) -> Move {
        let Some(at) = self.pointers.iter().position(|(other, _)| *other == id) else {
            return Move::None;
        };
        let before_px = self.pointers[at].1;
        if !self.is_dragging {
            self.is_dragging = (px - self.origin_px).abs() > SLOP_PX;
            if !self.is_dragging {
                return Move::None;
            }
        }
        self.pointers[at].1 = px;
        let [(_, one_px), (_, other_px)] = self.pointers[..] else {
            return Move::Pan(px - before_px);
        };
        let resting_px = if at == 0 { other_px } else { one_px };
        let (gap_before, gap) =
            ((before_px - resting_px).abs().max(1.0), (px - resting_px).abs().max(1.0));
        Move::Pinch(gap / gap_before, f64::midpoint(one_px, other_px), (px - before_px) / 2.0)
    }

    /// A pointer is lifted or lost.
    pub fn lift(&mut self, id: i32) {
        self.pointers.retain(|(other, _)| *other != id);
    }

    /// The pointer that is down holds the picture, though it has not moved: what follows is no press.
    pub fn hold(&mut self) {
        self.is_dragging = !self.pointers.is_empty();
    }

    /// Whether the picture is let go with the last pointer that is lifted after a drag.
    #[must_use]
    pub fn is_let_go(&self) -> bool {
        self.is_dragging && self.pointers.is_empty()
    }

    /// Whether the picture is being moved, or was until the last pointer was lifted: then what follows is no press.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.is_dragging
    }

    /// Takes note that the press after a drag has been dealt with; says whether there was a drag.
    pub fn take_drag(&mut self) -> bool {
        self.pointers.is_empty() && std::mem::take(&mut self.is_dragging)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_trembling_press_is_a_press() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0);
        assert_eq!(gesture.go(1, 103.0), Move::None);
        gesture.lift(1);
        assert!(!gesture.take_drag());
    }

    #[test]
    fn a_drag_is_no_press() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0);
        assert_eq!(gesture.go(1, 120.0), Move::Pan(20.0));
        assert_eq!(gesture.go(1, 110.0), Move::Pan(-10.0));
        gesture.lift(1);
        assert!(gesture.take_drag() && !gesture.take_drag());
    }

    #[test]
    fn what_is_held_moves_at_once_and_is_not_pressed() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0);
        gesture.hold();
        assert_eq!(gesture.go(1, 101.0), Move::Pan(1.0));
        assert!(!gesture.is_let_go());
        gesture.lift(1);
        assert!(gesture.is_let_go() && gesture.take_drag() && !gesture.is_let_go());
    }

    #[test]
    fn two_fingers_apart_go_nearer() {
        let mut gesture = Gesture::default();
        gesture.down(1, 100.0);
        gesture.down(2, 200.0);
        assert_eq!(gesture.go(2, 300.0), Move::Pinch(2.0, 200.0, 50.0));
        gesture.lift(1);
        assert_eq!(gesture.go(2, 310.0), Move::Pan(10.0));
    }

    proptest! {
        #[test]
        fn a_drag_moves_as_far_as_the_finger(steps in proptest::collection::vec(-30.0..30.0, 1..40)) {
            let mut gesture = Gesture::default();
            gesture.down(7, 500.0);
            let (mut px, mut moved) = (500.0, 0.0);
            for step in steps {
                px += step;
                if let Move::Pan(by) = gesture.go(7, px) {
                    moved += by;
                }
            }
            prop_assert!(!gesture.is_dragging() || (moved - (px - 500.0)).abs() < 1e-6);
        }

        #[test]
        fn only_pointers_that_are_down_count(ids in proptest::collection::vec((0i32..4, 0u8..3, 0.0..900.0), 0..60)) {
            let mut gesture = Gesture::default();
            for (id, what, px) in ids {
                match what {
                    0 => gesture.down(id, px),
                    1 => gesture.lift(id),
                    _ => {
                        if let Move::Pinch(factor, about, _) = gesture.go(id, px) {
                            prop_assert!(factor > 0.0 && (0.0..900.0).contains(&about));
                        }
                    }
                }
            }
        }
    }
}
