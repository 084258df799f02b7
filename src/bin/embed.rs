//! Browser entry of what stands alone: brings the page around it to life.

use mali_explained::{embed::program, start};

fn main() {
    program::begin(start::mark_mounted);
}
