//! Browser entry of what stands alone: brings the page around it to life.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        mali_explained::start::watch_for_panics();
        mali_explained::embed::program::begin();
    }
}
