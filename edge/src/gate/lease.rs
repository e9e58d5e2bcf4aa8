//! Permits that an isolate holds.

/// A few permits, good for a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lease {
    permits: u32,
    until: i64,
}

impl Lease {
    /// Permits good until this moment, in Unix milliseconds.
    pub const fn new(permits: u32, until: i64) -> Self {
        Self { permits, until }
    }

    /// What is left after one call at `now`; `None` when there is no permit.
    #[must_use]
    pub fn used(self, now: i64) -> Option<Self> {
        if now >= self.until {
            return None;
        }
        Some(Self { permits: self.permits.checked_sub(1)?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_ends_with_its_permits_or_its_time() {
        let lease = Lease::new(2, 1_000);
        let rest = lease.used(999).and_then(|lease| lease.used(999));
        assert_eq!(rest, Some(Lease::new(0, 1_000)));
        assert_eq!(rest.and_then(|lease| lease.used(999)), None);
        assert_eq!(lease.used(1_000), None);
        assert_eq!(Lease::default().used(0), None);
    }
}
