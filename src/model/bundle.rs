//! How bundles are written: as bare lists, by structs that need no code of their own for it.

use serde::Deserialize;
use serde::de::{Error, SeqAccess};

/// Declares the structs of bundles. Each is written as a bare list of its fields in their order: the build id tells a reader of another
/// order, and the browser needs no code for names (80 kB less of it than with serde's maps, before compression).
macro_rules! bundles {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $kind,)+
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple;
                let mut fields = serializer.serialize_tuple([$(stringify!($field)),+].len())?;
                $(fields.serialize_element(&self.$field)?;)+
                fields.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                        f.write_str(stringify!($name))
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, fields: A) -> Result<$name, A::Error> {
                        let mut list = $crate::model::bundle::List::new(fields);
                        let whole = $name { $($field: list.take(),)+ };
                        list.end(whole)
                    }
                }
                deserializer.deserialize_tuple([$(stringify!($field)),+].len(), Fields)
            }
        }
    )+};
}

pub(crate) use bundles;

/// A list of fields that is read to its end, whatever is found on the way: no struct is ever given up half built, which in the browser's
/// program would take more code than the reading.
pub(crate) struct List<A, E> {
    fields: A,
    fault: Option<E>, // the first
}

impl<'de, A: SeqAccess<'de>> List<A, A::Error> {
    /// A list at its beginning.
    pub(crate) fn new(fields: A) -> Self {
        Self { fields, fault: None }
    }

    /// What was made of the fields, unless there was a fault.
    pub(crate) fn end<T>(self, whole: T) -> Result<T, A::Error> {
        self.fault.map_or(Ok(whole), Err)
    }

    /// The next field; after a fault, something to put in its place.
    #[inline(never)]
    pub(crate) fn take<T: Deserialize<'de> + Default>(&mut self) -> T {
        if self.fault.is_none() {
            match self.fields.next_element() {
                Ok(Some(value)) => return value,
                Ok(None) => self.fault = Some(A::Error::custom("too few fields")),
                Err(fault) => self.fault = Some(fault),
            }
        }
        T::default()
    }
}
