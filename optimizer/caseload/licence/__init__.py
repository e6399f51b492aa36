"""Until when a licence, a certificate or a competency is held, and in which states a licence is one."""
