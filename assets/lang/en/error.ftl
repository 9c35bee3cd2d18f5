# What the rules refuse.
field-unknown = There is no field “{ $field }” ({ $kind })
field-kind = This does not fit the field { $field } ({ $kind })
field-required = { $field } is required ({ $kind })
name-unknown = Nobody and nothing is called “{ $name }” ({ $kind })
name-ambiguous = “{ $name }” could be several ({ $kind }): { $candidates }
error-demo = The demo book cannot be read: { $found }
field-itself = { $field }: a record cannot lead to itself. Accepted: another one, or nothing
