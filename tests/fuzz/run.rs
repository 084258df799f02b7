//! The time that a fuzzer has, and what it does with it.

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseResult, TestError, TestRunner};
use std::time::{Duration, Instant};

/// How long each fuzzer runs if `MALI_FUZZ_SECONDS` does not say, in seconds.
const SECONDS: u64 = 2;

/// Tries a property on one input after another until the time is over.
///
/// # Panics
/// If the property fails, or panics, on an input; it is printed in the smallest form that was found.
pub fn fuzz<S: Strategy<Value: Clone>>(inputs: S, property: impl Fn(S::Value) -> TestCaseResult) {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let deadline = Instant::now() + time();
    let mut tried = 0_u64;
    while tried == 0 || Instant::now() < deadline {
        let input = inputs.new_tree(&mut runner).expect("every strategy here makes inputs");
        match runner.run_one(input, &property) {
            Ok(_) => tried += 1,
            Err(TestError::Fail(_, smallest)) => {
                println!("After {tried} inputs that passed, this one fails: {smallest:#?}");
                // Once more, to say where: the panics on the way to it are not shown.
                property(smallest).expect("the property holds");
                panic!("the property fails, but not each time");
            }
            Err(TestError::Abort(reason)) => panic!("{reason}"),
        }
    }
    println!("{tried} inputs");
}

fn time() -> Duration {
    let seconds = std::env::var("MALI_FUZZ_SECONDS").ok();
    let seconds = seconds.map(|text| text.parse().expect("MALI_FUZZ_SECONDS is a whole number"));
    Duration::from_secs(seconds.unwrap_or(SECONDS))
}
