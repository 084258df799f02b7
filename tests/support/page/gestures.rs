//! What a finger, a mouse or a wheel does on a page, as events that the browser makes itself.

use super::{Failure, Outcome, Page};
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions, WheelAction, WheelActions,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use std::time::Duration;

impl Page {
    /// Taps the first element that matches and shows, with a finger.
    pub async fn tap(&self, selector: &str) -> Outcome {
        let element = self.in_view(selector).await?;
        // Two taps in quick succession would be a double tap, which zooms.
        let finger = TouchActions::new("finger".to_owned())
            .then(PointerAction::Pause { duration: Duration::from_millis(400) })
            .then(move_to(element))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client().perform_actions(finger).await?)
    }

    /// Puts a finger on the first element that matches and shows, once nothing moves any more, and moves it by so many CSS pixels to
    /// the right and down. While one page gives way to the next, an engine may take a finger for its own.
    pub async fn swipe(&self, selector: &str, [x, y]: [f64; 2]) -> Outcome {
        let rests = "return document.getAnimations().every((one) => one.playState !== 'running')";
        self.until("a page at rest", async || Ok((self.ask(rests).await? == true).then_some(())))
            .await?;
        let element = self.in_view(selector).await?;
        let duration = Some(Duration::from_millis(60));
        let along = PointerAction::MoveBy { duration, x: x / 2.0, y: y / 2.0 };
        let finger = TouchActions::new("finger".to_owned())
            .then(move_to(element))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(along.clone())
            .then(along)
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client().perform_actions(finger).await?)
    }

    /// Moves the mouse over the first element that matches and shows, and lets it rest there for longer than a mouse on its
    /// way would.
    pub async fn point_at(&self, selector: &str) -> Outcome {
        let element = self.in_view(selector).await?;
        Ok(self.client().perform_actions(rest_on(element)).await?)
    }

    /// Points at the first element that matches and shows, again and again until another one shows: an engine may lose the
    /// pointer while another window opens.
    pub async fn point_until(&self, selector: &str, shown: &str) -> Outcome {
        let element = self.in_view(selector).await?;
        let look = async || {
            self.client().perform_actions(rest_on(element.clone())).await?;
            Ok((!self.seen(shown).await?.is_empty()).then_some(()))
        };
        self.until(&format!("{shown} while {selector} is pointed at"), look).await
    }

    /// Where the middle of something is, from the top left corner of the window.
    pub async fn middle(&self, selector: &str) -> Result<[i64; 2], Failure> {
        let script = "const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)";
        let element = serde_json::to_value(self.in_view(selector).await?)?;
        Ok(serde_json::from_value(self.client().execute(script, vec![element]).await?)?)
    }

    /// Turns the wheel at a place so many times, each by so many pixels, with Ctrl held: nearer if below 0.
    pub async fn zoom_at(&self, place: [i64; 2], turns: usize, px: i64) -> Outcome {
        let value = char::from(Key::Control);
        let mut keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value });
        for _ in 0..turns {
            keys = keys.then(KeyAction::Pause { duration: TURN });
        }
        keys = keys.then(KeyAction::Up { value });
        let wheel = wheel_at(place, turns, [0, px]);
        Ok(self.client().perform_actions(Actions::from(keys).and(wheel)).await?)
    }

    /// Turns the wheel at a place three times, each by so many pixels to the right and down.
    pub async fn wheel(&self, place: [i64; 2], px: [i64; 2]) -> Outcome {
        Ok(self.client().perform_actions(wheel_at(place, 3, px)).await?)
    }

    /// Drags the first element that matches and shows by so many CSS pixels along the line, with the mouse, which rests before it lets go.
    pub async fn drag(&self, selector: &str, px: f64) -> Outcome {
        self.draw_along(selector, px, 120, 200).await
    }

    /// Drags it so fast that the mouse is still moving when it lets go.
    pub async fn flick(&self, selector: &str, px: f64) -> Outcome {
        self.draw_along(selector, px, 40, 0).await
    }

    /// Drags it in four moves of so many milliseconds, and lets go after a rest.
    async fn draw_along(&self, selector: &str, px: f64, move_ms: u64, rest_ms: u64) -> Outcome {
        let element = self.in_view(selector).await?;
        let duration = Duration::from_millis(move_ms);
        let along = PointerAction::MoveBy { duration: Some(duration), x: px / 4.0, y: 0.0 };
        let mut mouse = MouseActions::new("mouse".to_owned())
            .then(move_to(element))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for _ in 0..4 {
            mouse = mouse.then(along.clone());
        }
        if rest_ms > 0 {
            mouse = mouse.then(PointerAction::Pause { duration: Duration::from_millis(rest_ms) });
        }
        let mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client().perform_actions(mouse).await?)
    }
}

/// A mouse that comes to an element, moves a little as a hand does, and rests.
fn rest_on(element: Element) -> MouseActions {
    MouseActions::new("mouse".to_owned())
        .then(move_to(element))
        .then(PointerAction::MoveBy { duration: None, x: 1.0, y: 0.0 })
        .then(PointerAction::Pause { duration: Duration::from_millis(600) })
}

/// How long one turn of the wheel takes.
const TURN: Duration = Duration::from_millis(40);

/// A wheel that waits for a moment, as for a key, and is turned so many times.
fn wheel_at([x, y]: [i64; 2], turns: usize, [delta_x, delta_y]: [i64; 2]) -> WheelActions {
    let mut wheel = WheelActions::new("wheel".to_owned());
    wheel.push(WheelAction::Pause { duration: TURN });
    for _ in 0..turns {
        wheel.push(WheelAction::Scroll { duration: None, x, y, delta_x, delta_y });
    }
    wheel
}

fn move_to(element: Element) -> PointerAction {
    PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 }
}
