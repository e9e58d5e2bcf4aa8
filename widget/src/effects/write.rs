//! Writes our types as JSON text: as plain JavaScript values, which the
//! browser turns into text. What is empty is left out, since every reader of
//! these types takes a missing member for an empty one.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::browser::{put, stringify};

/// What can be written as a JSON value; `undefined` leaves its member out.
pub trait Writable {
    /// The value as JavaScript holds it.
    fn value(&self) -> JsValue;
}

/// `value` as JSON.
pub fn write(value: &impl Writable) -> String {
    stringify(&value.value())
}

/// An object of these members.
#[inline(never)]
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        put(&object, name, value);
    }
    object.into()
}

/// Declares how a struct is written: its members, all or some.
macro_rules! writable {
    ($($type:ty { $($field:ident),+ })+) => {
        $(impl $crate::effects::write::Writable for $type {
            fn value(&self) -> wasm_bindgen::JsValue {
                $crate::effects::write::object(&[$((stringify!($field), self.$field.value())),+])
            }
        })+
    };
}

pub(crate) use writable;

impl Writable for String {
    #[inline(never)]
    fn value(&self) -> JsValue {
        if self.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(self) }
    }
}

impl<T: Writable> Writable for Option<T> {
    fn value(&self) -> JsValue {
        self.as_ref().map_or(JsValue::UNDEFINED, T::value)
    }
}

impl<T: Writable> Writable for Vec<T> {
    fn value(&self) -> JsValue {
        if self.is_empty() { JsValue::UNDEFINED } else { self.iter().map(T::value).collect::<Array>().into() }
    }
}

impl Writable for i64 {
    #[expect(clippy::cast_precision_loss, reason = "pieces and milliseconds stay below 2^53")]
    fn value(&self) -> JsValue {
        JsValue::from_f64(*self as f64)
    }
}

impl Writable for bool {
    fn value(&self) -> JsValue {
        if *self { JsValue::TRUE } else { JsValue::UNDEFINED }
    }
}

impl Writable for u64 {
    fn value(&self) -> JsValue {
        i64::try_from(*self).unwrap_or_default().value()
    }
}
