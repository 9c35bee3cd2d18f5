# El centro de compra: la tira sobre las personas y su documento.
strip-threads = hilos
strip-dependency = dependencia
strip-coverage = cobertura
strip-finds-out = { $key } apunta averiguarlo
strip-shows = { $key } lo muestra
strip-placeholder = { $role } de { $account }, por identificar
strip-find-out = Averiguar quién hace de { $role } en { $account }
strip-win-champion = Ganar un { $role } en { $account }
coverage-title = Centro de compra
coverage-sought = por averiguar
coverage-nobody = Aún no se conoce allí a nadie.
coverage-cli = El centro de compra: sus puestos, quién los ocupa y cuánto se los conoce
coverage-cli-account = De una cuenta; sin ella, de cada cuenta clave
coverage-cli-opportunity = De una oportunidad abierta
coverage-decided = { $name } está decidida: ya no se sigue su centro de compra
coverage-axis = cuenta u oportunidad
