# El organigrama: quién depende de quién.
# «Ana depende de Luis, que depende de Ana»
org-circle = Se volvería al punto de partida: { $chain }
org-chain-membership = { $first } depende de { $next }
org-chain-membership-more = , que depende de { $next }
org-chain-part = { $first } forma parte de { $next }
org-chain-part-more = , que forma parte de { $next }
org-chain-many = { $count ->
    [one] , y así pasando por uno más
   *[other] , y así pasando por { $count } más
 } hasta { $next }
