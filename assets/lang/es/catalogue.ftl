# Indicadores listos para elegir: nombre, definición en una línea, de dónde suelen venir las cifras.
catalogue-topic-sales = Ventas y margen
catalogue-topic-growth = Crecimiento
catalogue-topic-service = Servicio y satisfacción
catalogue-topic-cash = Cobros
catalogue-topic-relationship = Relación
catalogue-computed = este libro

catalogue-revenue = Ingresos
catalogue-revenue-definition = Facturado en el periodo, sin impuestos y descontados los abonos
catalogue-revenue-source = finanzas, informe mensual de ventas
catalogue-margin = Margen de contribución
catalogue-margin-definition = Ingresos menos lo que varía con ellos: mercancía, portes, comisiones
catalogue-margin-source = finanzas, margen por cliente
catalogue-margin-rate = Margen sobre ingresos
catalogue-margin-rate-definition = Margen de contribución como parte de los ingresos
catalogue-margin-rate-source = finanzas, margen por cliente
catalogue-order-intake = Entrada de pedidos
catalogue-order-intake-definition = Valor de los pedidos recibidos en el periodo
catalogue-order-intake-source = sistema de pedidos
catalogue-backlog = Pedidos pendientes
catalogue-backlog-definition = Valor de los pedidos sin entregar al final del periodo
catalogue-backlog-source = sistema de pedidos
catalogue-volume = Volumen vendido
catalogue-volume-definition = Unidades entregadas en el periodo
catalogue-volume-source = sistema de pedidos
catalogue-price-realisation = Realización de precio
catalogue-price-realisation-definition = Precio neto como parte del precio de tarifa
catalogue-price-realisation-source = finanzas, informe de precios

catalogue-share-of-wallet = Cuota de cliente
catalogue-share-of-wallet-definition = Lo que nos compran de todo lo que gastan en lo que vendemos
catalogue-share-of-wallet-source = compras del cliente, o nuestra estimación
catalogue-new-offerings = Ofertas nuevas vendidas
catalogue-new-offerings-definition = Ofertas que han comprado en el periodo por primera vez
catalogue-new-offerings-source = sistema de pedidos
catalogue-new-business = Ingresos de ofertas nuevas
catalogue-new-business-definition = Facturado por ofertas compradas por primera vez en los últimos doce meses
catalogue-new-business-source = finanzas, ventas por producto
catalogue-weighted-pipeline = Embudo ponderado
catalogue-weighted-pipeline-definition = Oportunidades abiertas, cada una por su probabilidad, a día de hoy
catalogue-win-rate = Propuestas ganadas
catalogue-win-rate-definition = Propuestas ganadas, de todas las que se decidieron en el periodo
catalogue-win-rate-source = lista de propuestas
catalogue-renewal-rate = Contratos renovados
catalogue-renewal-rate-definition = Contratos renovados, de todos los que vencieron, por su valor
catalogue-renewal-rate-source = lista de contratos
catalogue-forecast-accuracy = Acierto de previsión
catalogue-forecast-accuracy-definition = Cuánto se acercaron los ingresos a lo previsto tres meses antes

catalogue-on-time-delivery = Entregas a tiempo
catalogue-on-time-delivery-definition = Entregas en el día prometido o antes, de todas las entregas
catalogue-on-time-delivery-source = logística, informe de entregas
catalogue-complete-orders = Pedidos completos
catalogue-complete-orders-definition = Pedidos servidos enteros en una sola entrega, de todos los pedidos
catalogue-complete-orders-source = logística, informe de entregas
catalogue-lead-time = Plazo de entrega
catalogue-lead-time-definition = Días desde el pedido hasta la entrega, de media
catalogue-lead-time-source = logística, informe de entregas
catalogue-complaints = Reclamaciones
catalogue-complaints-definition = Incidencias abiertas en el periodo
catalogue-solving-time = Días en resolver incidencias
catalogue-solving-time-definition = Días desde que se abre una incidencia hasta que se resuelve, de media
catalogue-solving-time-source = servicio, informe de reclamaciones
catalogue-credit-notes = Abonos
catalogue-credit-notes-definition = Abonado en el periodo por devoluciones, errores y penalizaciones
catalogue-credit-notes-source = finanzas, informe mensual de ventas
catalogue-satisfaction = Satisfacción
catalogue-satisfaction-definition = Media de sus respuestas a cómo de satisfechos están, de 0 a 10
catalogue-satisfaction-source = encuesta
catalogue-nps = Recomendación neta (NPS)
catalogue-nps-definition = Parte de promotores (9–10) menos parte de detractores (0–6), de −100 a 100
catalogue-nps-source = encuesta

catalogue-days-sales-outstanding = Días de cobro
catalogue-days-sales-outstanding-definition = Días desde la factura hasta el pago, de media
catalogue-days-sales-outstanding-source = finanzas, cuentas por cobrar
catalogue-overdue-debt = Deuda vencida
catalogue-overdue-debt-definition = Facturas pasadas de su vencimiento al final del periodo
catalogue-overdue-debt-source = finanzas, cuentas por cobrar

catalogue-visits = Visitas y reuniones
catalogue-visits-definition = Reuniones y visitas celebradas en el periodo
catalogue-touches = Contactos
catalogue-touches-definition = Conversaciones habidas en el periodo, sin contar las notas
catalogue-deciders-met = Decisores vistos
catalogue-deciders-met-definition = Decisores con una reunión, visita o vídeo en el periodo, de todos los decisores
catalogue-coverage = Cobertura
catalogue-coverage-definition = Cuántas de las personas que cuentan están dentro de su cadencia, por su peso, de 0 a 100
catalogue-kept-promises = Compromisos cumplidos a tiempo
catalogue-kept-promises-definition = Los nuestros cumplidos en su día o antes, de todos los que vencieron en el periodo
catalogue-response-balance = Equilibrio de respuesta
catalogue-response-balance-definition = Lo recibido, de todos los correos, mensajes y llamadas de 90 días

# El panel
catalogue-title = Catálogo de indicadores para { $name }
catalogue-portfolio = toda la cartera
catalogue-none = Nada en el catálogo se llama así
catalogue-mark = marca
catalogue-add = { $count ->
    [0] lo añade
    [one] añade el marcado
   *[other] añade { $count }
}
catalogue-there = Ya está
catalogue-facts = { $measure } · { $better ->
    [lower] mejor cuanto menos
    [band] dentro de una banda
   *[higher] mejor cuanto más
} · { $nature } · { $frequency } · { $ownership ->
    [own] mío
    [contribute] contribuyo
   *[monitor] lo observo
} · fuente: { $source }
