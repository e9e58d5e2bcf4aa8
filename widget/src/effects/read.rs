//! Reads JSON that the browser has parsed into our types.
//!
//! Each type is read member by member by plain calls that cannot fail early:
//! what does not fit is noted, and the whole is thrown away at the end. serde's
//! generated readers drop what they have read so far at every member, and that
//! is most of their code. The types stay the ones that serve both sides; a
//! member that is missing here does not compile, and a test reads what serde wrote.

use std::cell::Cell;
use std::fmt;

use js_sys::Array;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use wasm_bindgen::prelude::*;

use super::browser::{member, number};

/// A value that is not what it should be. It says no more, so that no
/// formatting is linked.
#[derive(Debug)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl std::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Whether something did not fit.
#[derive(Default)]
pub struct Fit {
    broken: Cell<bool>,
}

/// What can be read from a JSON value.
pub trait Readable: Sized {
    /// The value as `Self`, or anything at all once `fit` was told.
    fn read(value: &JsValue, fit: &Fit) -> Self;

    /// The member of an object; one call where each struct has dozens.
    #[inline(never)]
    fn member(object: &JsValue, name: &str, fit: &Fit) -> Self {
        Self::read(&member(object, name), fit)
    }
}

/// Reads `value` as a `T`. A member that is missing is `None` or empty, where
/// it may be; members that the type lacks are passed over.
pub fn read<T: Readable>(value: &JsValue) -> Result<T, Unreadable> {
    let fit = Fit::default();
    let read = T::read(value, &fit);
    if fit.broken.get() { Err(Unreadable) } else { Ok(read) }
}

impl Fit {
    /// Says that something did not fit.
    pub fn fails(&self) {
        self.broken.set(true);
    }

    /// The value inside, or a default and a note that there was none.
    fn or<T: Default>(&self, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.fails();
            T::default()
        })
    }
}

/// Declares how a struct is read: its members, `name = "…"` where JSON calls
/// one otherwise; behind the `;` those that may be left out.
macro_rules! readable {
    ($($type:ty { $($field:ident $(= $name:literal)?),* $(; $($maybe:ident),+)? })+) => {
        $(impl $crate::effects::read::Readable for $type {
            fn read(object: &wasm_bindgen::JsValue, fit: &$crate::effects::read::Fit) -> Self {
                use $crate::effects::read::Readable;
                Self {
                    $($field: Readable::member(object, $crate::effects::read::named!($field $($name)?), fit),)*
                    $($($maybe: <Option<_> as Readable>::member(object, stringify!($maybe), fit).unwrap_or_default(),)+)?
                }
            }
        })+
    };
}

macro_rules! named {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

pub(crate) use named;
pub(crate) use readable;

impl Readable for String {
    #[inline(never)]
    fn read(value: &JsValue, fit: &Fit) -> Self {
        fit.or(value.as_string())
    }
}

impl Readable for bool {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        fit.or(value.as_bool())
    }
}

impl Readable for i64 {
    /// A whole number, exact.
    #[inline(never)]
    fn read(value: &JsValue, fit: &Fit) -> Self {
        let number = number(value);
        // No number is no whole number.
        if number.fract() != 0.0 || number.abs() > 9_007_199_254_740_992.0 {
            fit.fails();
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53, or thrown away")]
        let number = number as Self;
        number
    }
}

impl<T: Readable> Readable for Option<T> {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        if value.is_undefined() || value.is_null() { None } else { Some(T::read(value, fit)) }
    }
}

impl<T: Readable> Readable for Box<T> {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        Self::new(T::read(value, fit))
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(value: &JsValue, fit: &Fit) -> Self {
        let mut items = Self::new();
        match value.dyn_ref::<Array>() {
            Some(array) => {
                for index in 0..array.length() {
                    items.push(T::read(&array.get(index), fit));
                }
            }
            None => fit.fails(),
        }
        items
    }
}

/// A word of a closed enum, by serde's own names.
pub fn word<T: for<'a> Deserialize<'a>>(value: &JsValue, otherwise: T, fit: &Fit) -> T {
    let text = String::read(value, fit);
    let text: StrDeserializer<'_, Unreadable> = text.as_str().into_deserializer();
    T::deserialize(text).unwrap_or_else(|_| {
        fit.fails();
        otherwise
    })
}
