# El organigrama: quién depende de quién.
org-title = Organigrama
org-title-of = Organigrama de { $account }
org-nobody = Todavía no hay nadie. «cartera person add» añade a alguien.
org-no-account = Sin cuenta
org-head-name = Nombre
org-head-title = Cargo
org-head-roles = Rol
org-head-stance = Actitud
org-head-last = Últ. contacto
org-gap = no consta { $seat }
org-not-known = { $roles }: no se sabe quién
org-vacant = vacante
org-since = desde { $day }
org-left = salió { $day }
org-outside = { $name } depende de { $boss }, que no está en esta cuenta
org-cut = línea cortada
org-alone = no se sabe de quién dependen
org-alone-key = { $key } elige superior
org-boss = superior
org-boss-of = ¿De quién depende { $name }?
org-boss-of-several = ¿De quién dependen { $count } personas?
org-boss-bulk = depende de …
org-boss-nobody = nadie
org-boss-none-found = Aquí nadie se llama así.
org-boss-now = ahora
org-move-top = { $name } ya está en lo más alto
org-move-first = Nadie está por encima de { $name } a la misma altura: no hay de quién depender
org-move-no-account = { $name } no tiene cuenta todavía: no hay de quién depender
org-cli = Quién depende de quién, en árbol
org-cli-account = Solo esta cuenta
org-cli-more =
    Quien se fue y aún tiene gente a su cargo deja una vacante; al final constan los roles exigidos que nadie ocupa.
    Una línea se cambia con «cartera person edit NOMBRE --reports-to SUPERIOR»; --json anida a cada cual bajo su superior.

# «Ana depende de Luis, que depende de Ana»
org-circle = Un círculo: { $chain }
org-chain-membership = { $first } depende de { $next }
org-chain-membership-more = , que depende de { $next }
org-chain-part = { $first } forma parte de { $next }
org-chain-part-more = , que forma parte de { $next }
org-chain-many = { $count ->
    [one] , y así pasando por uno más
   *[other] , y así pasando por { $count } más
 } hasta { $next }
