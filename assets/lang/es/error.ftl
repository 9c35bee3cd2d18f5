# Lo que las reglas rechazan.
field-unknown = No existe el campo «{ $field }» ({ $kind })
field-kind = Esto no encaja en el campo { $field } ({ $kind })
field-required = Falta { $field } ({ $kind })
name-unknown = Nada ni nadie se llama «{ $name }» ({ $kind })
name-ambiguous = «{ $name }» puede ser varios ({ $kind }): { $candidates }
error-demo = No se puede leer el libro de demostración: { $found }
field-itself = { $field }: un registro no puede llevar a sí mismo. Se acepta: otro, o nada
