# Ready KPIs to pick from: name, definition in one line, where the figures usually come from.
catalogue-topic-sales = Sales and margin
catalogue-topic-growth = Growth
catalogue-topic-service = Service and satisfaction
catalogue-topic-cash = Cash
catalogue-topic-relationship = Relationship
catalogue-computed = this book

catalogue-revenue = Revenue
catalogue-revenue-definition = Invoiced in the period, without taxes, credit notes taken off
catalogue-revenue-source = finance, monthly sales report
catalogue-margin = Contribution margin
catalogue-margin-definition = Revenue less what changes with it: goods, freight, commissions
catalogue-margin-source = finance, margin by client
catalogue-margin-rate = Margin rate
catalogue-margin-rate-definition = Contribution margin as a share of revenue
catalogue-margin-rate-source = finance, margin by client
catalogue-order-intake = Order intake
catalogue-order-intake-definition = Value of the orders received in the period
catalogue-order-intake-source = order system
catalogue-backlog = Order backlog
catalogue-backlog-definition = Value of the orders not yet delivered at the end of the period
catalogue-backlog-source = order system
catalogue-volume = Volume sold
catalogue-volume-definition = Units delivered in the period
catalogue-volume-source = order system
catalogue-price-realisation = Price realisation
catalogue-price-realisation-definition = Net price as a share of the list price
catalogue-price-realisation-source = finance, price report

catalogue-share-of-wallet = Share of wallet
catalogue-share-of-wallet-definition = What they buy from us as a share of what they spend on what we sell
catalogue-share-of-wallet-source = the client’s purchasing, or our estimate
catalogue-new-offerings = New offerings sold
catalogue-new-offerings-definition = Offerings they bought in the period for the first time
catalogue-new-offerings-source = order system
catalogue-new-business = Revenue from new offerings
catalogue-new-business-definition = Invoiced for offerings first bought in the last twelve months
catalogue-new-business-source = finance, sales by product
catalogue-weighted-pipeline = Weighted pipeline
catalogue-weighted-pipeline-definition = Open opportunities, each by its probability, as of today
catalogue-win-rate = Offers won
catalogue-win-rate-definition = Offers won as a share of those decided in the period
catalogue-win-rate-source = list of offers
catalogue-renewal-rate = Contracts renewed
catalogue-renewal-rate-definition = Contracts renewed as a share of those that ended, by value
catalogue-renewal-rate-source = list of contracts
catalogue-forecast-accuracy = Forecast accuracy
catalogue-forecast-accuracy-definition = How near the revenue came to what was forecast three months before

catalogue-on-time-delivery = On-time delivery
catalogue-on-time-delivery-definition = Deliveries on or before the day promised, of all deliveries
catalogue-on-time-delivery-source = logistics, delivery report
catalogue-complete-orders = Complete orders
catalogue-complete-orders-definition = Orders delivered whole in one delivery, of all orders
catalogue-complete-orders-source = logistics, delivery report
catalogue-lead-time = Lead time
catalogue-lead-time-definition = Days from order to delivery, on average
catalogue-lead-time-source = logistics, delivery report
catalogue-complaints = Complaints
catalogue-complaints-definition = Problems opened in the period
catalogue-solving-time = Days to solve a problem
catalogue-solving-time-definition = Days from the opening of a problem to its solution, on average
catalogue-solving-time-source = service, complaints report
catalogue-credit-notes = Credit notes
catalogue-credit-notes-definition = Credited in the period for returns, errors and penalties
catalogue-credit-notes-source = finance, monthly sales report
catalogue-satisfaction = Satisfaction
catalogue-satisfaction-definition = Mean of their answers to how satisfied they are, 0 to 10
catalogue-satisfaction-source = survey
catalogue-nps = Net promoter score (NPS)
catalogue-nps-definition = Share of promoters (9–10) less share of detractors (0–6), −100 to 100
catalogue-nps-source = survey

catalogue-days-sales-outstanding = Days sales outstanding
catalogue-days-sales-outstanding-definition = Days from invoice to payment, on average
catalogue-days-sales-outstanding-source = finance, receivables
catalogue-overdue-debt = Overdue debt
catalogue-overdue-debt-definition = Invoices past their due day at the end of the period
catalogue-overdue-debt-source = finance, receivables

catalogue-visits = Visits and meetings
catalogue-visits-definition = Meetings and visits held in the period
catalogue-touches = Touches
catalogue-touches-definition = Conversations held in the period, notes left out
catalogue-deciders-met = Deciders met
catalogue-deciders-met-definition = Deciders with a meeting, visit or video in the period, of all deciders
catalogue-coverage = Coverage
catalogue-coverage-definition = How many of the people that matter are within their contact cadence, by weight, 0 to 100
catalogue-kept-promises = Promises kept in time
catalogue-kept-promises-definition = Ours kept on or before their day, of all that fell due in the period
catalogue-response-balance = Response balance
catalogue-response-balance-definition = What came in as a share of e-mails, messages and calls of 90 days

# The float
catalogue-title = Catalogue of KPIs for { $name }
catalogue-portfolio = the whole portfolio
catalogue-none = Nothing in the catalogue is called that
catalogue-mark = marks
catalogue-add = { $count ->
    [0] adds it
    [one] adds the marked one
   *[other] adds { $count }
}
catalogue-there = There already
catalogue-facts = { $measure } · { $better ->
    [lower] less is better
    [band] inside a band
   *[higher] more is better
} · { $nature } · { $frequency } · { $ownership ->
    [own] mine
    [contribute] I contribute
   *[monitor] I watch it
} · source: { $source }
