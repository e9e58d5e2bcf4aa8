//! The sentences of a language one after the other: as a build writes them into a file for each
//! language, and as the checkout reads them from there.
//!
//! A shopper needs one language, so none lies in the module. It costs nothing more to let the seller
//! put words of his own between file and checkout.

use std::str::Split;

/// The lines of a file of sentences.
pub(super) type Lines = Split<'static, char>;

/// One sentence, or several.
pub(super) trait Sentences: Copy {
    /// Nothing said yet.
    const BLANK: Self;

    /// Takes its lines.
    fn take(&mut self, lines: &mut Lines);

    /// Adds each sentence to `all`, under `name` and what tells it from its like.
    fn list(&self, name: &str, all: &mut Vec<(String, &'static str)>);
}

impl Sentences for &'static str {
    const BLANK: Self = "";

    #[inline(never)]
    fn take(&mut self, lines: &mut Lines) {
        *self = lines.next().unwrap_or_default();
    }

    fn list(&self, name: &str, all: &mut Vec<(String, &'static str)>) {
        all.push((name.to_owned(), self));
    }
}

impl<T: Sentences, const MANY: usize> Sentences for [T; MANY] {
    const BLANK: Self = [T::BLANK; MANY];

    fn take(&mut self, lines: &mut Lines) {
        for one in self {
            one.take(lines);
        }
    }

    fn list(&self, name: &str, all: &mut Vec<(String, &'static str)>) {
        for (place, one) in self.iter().enumerate() {
            one.list(&format!("{name}.{place}"), all);
        }
    }
}

/// A struct of sentences: a language lists each of them, so that one that is missing does not compile.
macro_rules! sentences {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy)]
        pub struct $name {
            $($(#[$doc])* pub $field: $kind,)+
        }

        impl $crate::copy::sentences::Sentences for $name {
            const BLANK: Self = Self { $($field: <$kind>::BLANK,)+ };

            fn take(&mut self, lines: &mut $crate::copy::sentences::Lines) {
                $(self.$field.take(lines);)+
            }

            fn list(&self, _: &str, all: &mut Vec<(String, &'static str)>) {
                $(self.$field.list(stringify!($field), all);)+
            }
        }
    };
}
pub(super) use sentences;
