-- A trouble that an administrator is told of by mail, from when it was first seen: `told` once the mail has left,
-- `gone_at` since it is not seen any more. The row goes with the mail that says so. `place` is the machine where only
-- that is concerned.
CREATE TABLE told_trouble (
  trouble text NOT NULL CHECK (trouble IN ('log', 'record', 'unchecked', 'mails', 'disk', 'backup')),
  place text NOT NULL,
  since timestamptz NOT NULL DEFAULT office_now(),
  told boolean NOT NULL DEFAULT false,
  gone_at timestamptz,
  PRIMARY KEY (trouble, place),
  CONSTRAINT trouble_goes_after_it_came CHECK (gone_at >= since)
);
