"""Sentences about figures that the tables do not give: of parts, of others, of other times, of effects."""

import pytest

from tests.engine.releases import audited
from tests.engine.test_press_sentences import BANK, COMPANY, SEGMENTS

OF_A_COMPANY = """
Industry revenue grew 5% in the quarter, according to the trade association.
The market for our products grew by 14% to $2.1 billion.
Our largest competitor reported revenue of $95 million.
The S&P 500 rose 7% in the quarter.
Crude oil prices fell 12% from a year ago.
GDP growth of 2.9% supported demand.
Our largest customer accounted for 14% of revenue.
The top ten customers represented 42% of revenue.
Revenue from our largest customer increased 31% to $12.4 million.
Revenue in Europe grew 6%.
European revenue declined 3% to $31 million.
Revenue from new products increased 45% to $9.2 million.
Excluding the impact of the Delta acquisition, revenue grew 4%.
Revenue grew 7% on a constant currency basis.
Organic revenue growth was 5%.
Foreign exchange reduced revenue by $1.4 million, or 1%.
Pricing contributed 2% and volume 3%.
Online revenue rose 22%.
Revenue for the month of September was $44 million.
October revenue increased 9%.
Revenue has grown at a compound annual rate of 12% over the past five years.
Over the last twelve months, revenue was $462 million.
Trailing twelve-month operating income was $71 million.
Annualized revenue run-rate exceeded $500 million.
The company has increased its dividend 10% a year for the last decade.
Since its founding, Acme has generated revenue of $4.2 billion.
The company signed a contract worth $35 million in revenue over three years.
Backlog includes $60 million of revenue to be recognized next year.
Deferred revenue of $12 million will be recognized in 2019.
The acquisition added $5.5 million to revenue.
The acquired business had revenue of $27 million in 2017.
The divested unit contributed revenue of $8.1 million and operating income of $0.9 million a year ago.
Operating income included a charge of $2.3 million for restructuring.
Operating income benefited from a gain of $1.1 million.
Net income included a tax benefit of $3.2 million, or $0.14 per diluted share.
Results included after-tax charges of $0.09 per diluted share.
Without these items, net income would have been $15.3 million.
Excluding the charge, operating income was $22.3 million.
Excluding items, diluted earnings per share were $0.72.
Adjusted for the sale, diluted earnings per share grew 12%.
On a non-GAAP basis, net income was $16.2 million, or $0.70 per diluted share.
Non-GAAP operating income grew 15% to $23 million.
Pro forma revenue was $128 million.
Pro forma net income was $15.9 million.
Revenue exceeded consensus by $2 million.
Revenue came in $1.3 million above the midpoint of guidance.
Diluted earnings per share were $0.04 better than expected.
Revenue was $3 million higher than our plan.
Earnings per share missed estimates by $0.03.
A 1% change in the exchange rate would change revenue by $0.4 million.
Each 10 basis points of margin equals $0.1 million of operating income.
The storm cost the company about $2 million of revenue.
The strike lowered operating income by $1.5 million.
The leap day added about 1% to revenue growth.
An extra week contributed $8 million of revenue last year.
The company repurchased 1.2 million shares for $24 million.
The board authorized the repurchase of up to $100 million of shares.
The board declared a dividend of $0.12 per share.
The company closed a $150 million credit facility at an interest rate of 4.5%.
Interest expense on the new notes was $0.4 million.
Interest on the term loan is 5.25%.
The company received $11 million in settlement of the lawsuit.
A jury awarded the plaintiff $14 million.
The plant cost $30 million and employs 250 people.
Acme serves 12,000 customers in 45 countries.
The company operates 320 stores, 12 more than a year ago.
Headcount fell 5% to 1,980.
Revenue per employee was $61,800.
Revenue per store rose 3.2%.
Average selling prices fell 4%.
Unit volume increased 13%.
Two thirds of revenue came from repeat customers.
Nearly half of operating income was earned abroad.
Subscription customers grew 18% to 9,400.
The renewal rate was 94%, up from 92%.
Monthly recurring revenue reached $29 million.
Gross bookings increased 16% to $210 million.
The effective tax rate was 23.5%, compared with 31.2%.
Days sales outstanding were 48.
The order book stood at $240 million, up 6%.
Capital spending of $9 million was 7% of revenue.
Research spending was 8.5% of revenue.
In the first quarter of 2018, revenue was $112.4 million.
In the second quarter, revenue was $115.7 million and net income $12.1 million.
Sequentially, revenue rose 5.7%.
Compared with the second quarter, operating income grew 11%.
In 2016, revenue was $402 million.
In the third quarter of 2016, net income was $9.9 million.
For all of 2017, revenue was $430 million.
Last year's third quarter included $4 million of revenue from a discontinued product.
The prior-year quarter benefited from a $6.1 million gain.
Prior-year net income included a one-time gain of $11 million.
The Midwest region's revenue was up 8.4%.
Revenue of the software unit totaled $31.5 million.
Hardware revenue slipped 2.1% to $60.2 million.
Services contributed revenue of $30.6 million.
Acme's joint venture had revenue of $19 million and net income of $2 million.
Our share of the joint venture's net income was $0.8 million.
The parent company reported net income of $140 million.
The pension plan earned 6.4%.
Net income attributable to noncontrolling interests was $0.3 million.
Minority shareholders received net income of $0.2 million.
Stock compensation reduced net income by $2.8 million.
Amortization lowered diluted earnings per share by $0.05.
Higher freight costs reduced operating margin by 60 basis points.
Operating margin in the segment improved 110 basis points to 19.2%.
Contribution margin was 34%.
EBITDA margin was 22.4%.
Return on invested capital was 13.1%.
Revenue growth slowed to 8.1% in September.
Through October 26, revenue was up 7% from last year.
Quarter-to-date revenue is up 6%.
Black Friday revenue rose 11%.
The Company had previously reported net income of $13.9 million for the quarter.
As restated, net income for the third quarter of 2017 was $22.4 million.
Before taxes, the gain was $5 million.
The gain, net of tax, was $3.9 million, or $0.17 per diluted share.
Tax reform lowered net income by $1.6 million.
A year ago, an impairment of $7.7 million reduced operating income.
Revenue hedges covered $20 million.
The insurance recovery of $2.2 million was recorded in operating income.
Amounts due from customers rose to $88 million.
Management estimates the addressable market at $9 billion.
The plan is to double revenue to $1 billion by 2022.
The company invested 12% of revenue in research.
Diluted shares outstanding were 23.3 million.
Book value was $18.20 per share.
The stock closed at $41.75, up 3.4%.
Acme's revenue per square foot was $410.
Revenue from Asia was $22.5 million versus $19.1 million.
The increase in revenue was led by a 21% gain in services.
About 4 points of the growth in revenue came from acquisitions.
Acquisitions added 4% to revenue while currency took away 1%.
Revenue growth included 3 percentage points from an acquisition.
Operating margin excluding the charge was 18.1%.
Operating margin before amortization was 19.4%.
Operating income before depreciation and amortization was $26.8 million.
Operating income plus depreciation was $27 million.
Net income after preferred dividends was $13.8 million.
Net income before the cumulative effect of accounting changes was $15 million.
Net income from continuing operations was $14.9 million.
Net loss from discontinued operations was $0.7 million.
Cash interest expense was $0.8 million.
Interest expense net of interest income was $0.6 million.
Capitalized interest of $0.3 million lowered interest expense.
Revenue, net of returns, was $118 million.
Gross revenue was $131 million before discounts.
Total revenue including joint ventures was $140 million.
System-wide revenue was $310 million, up 6%.
Same-store revenue rose 3.4%.
Comparable revenue increased 2.9% on top of a 4.1% gain a year ago.
Contracted annual revenue reached $390 million.
Revenue backlog was $75 million.
Unearned revenue was $41 million.
Third quarter 2018 revenue from continuing customers rose 12%.
Recurring revenue made up 71% of the total.
Revenue mix was 60% products and 40% services.
Product revenue was 60% of the total, services 40%.
International operations generated 38% of revenue and 44% of operating income.
One customer, Delta Stores, bought 11% of what we sold.
The quarter had 64 selling days, one more than last year.
Fuel at $3.20 a gallon cost us $4.1 million more.
Wages rose 3.5% and health costs 9%.
Steel prices were 18% higher.
Currency moved against us by 4%.
Net income for the first nine months would have risen 8% without the charge.
If the acquisition had been made on January 1, revenue would have been $365 million.
Had rates stayed flat, revenue would have grown 12%.
The charge of $2.3 million cut diluted earnings per share by $0.07.
A lower tax rate added $0.05 to diluted earnings per share.
The share buyback added $0.01 to earnings per share.
Net income per employee rose to $7,200.
Adjusted net income was $15.5 million, or $0.66 per diluted share.
Core earnings were $0.64 per share.
Cash earnings per share were $0.69.
Economic profit was $3 million.
The company earned $0.58 per diluted share from operations.
Operating income of the Industrial group climbed 9% to $11 million.
Industrial operating income climbed 9% to $11 million.
Revenue in the Consumer group fell 2% to $48 million.
Within Consumer, revenue from toys rose 15%.
Toys grew 15%, games 4%.
Sales to dealers fell 7%.
Dealer revenue fell 7%.
The Chicago office contributed $6 million of revenue.
Three new contracts will bring $18 million of revenue.
The contract is worth $18 million a year.
We booked orders of $19 million on the last day of September.
In the week before the holiday, revenue was $13 million.
Each store brings in revenue of about $2 million a year.
An average customer spends $210 a year.
Our ten-year revenue goal is $1 billion.
Revenue was hurt by about $3 million due to the hurricane.
The hurricane reduced revenue by about 3%.
About $3 million of revenue slipped into October.
Revenue of $3 million slipped into October.
We lost $2 million in revenue because of the recall.
Returns amounted to 6% of revenue.
Warranty expense was 1.1% of revenue.
Advertising was 4% of revenue, the same as last year.
Rent and utilities took 5.5% of revenue.
General and administrative expenses in Europe were $2 million.
Corporate general and administrative expenses were $3.1 million.
General and administrative expenses included $1.9 million of legal fees.
General and administrative expenses excluding legal fees were $9.9 million.
Selling, general and administrative expenses were $27 million.
Legal expenses rose to $1.9 million from $0.4 million.
Interest expense related to leases was $0.2 million.
The company paid interest of $1.5 million.
Interest paid was $1.5 million.
Taxes paid were $4.4 million.
The company paid dividends of $2.8 million, or $0.12 per share.
A cash dividend of $0.12 per diluted share was paid.
The company sold its headquarters for $17 million.
It recorded a gain of $4 million, or $0.11 per diluted share, on the sale.
The lawsuit seeks $25 million.
In the nine months, the company opened 14 stores and closed 3.
At quarter end, inventories were $66 million, up 8%.
Receivables grew 7%, slower than revenue.
Revenue grew faster than the 4% growth of the market.
Revenue outpaced industry growth of 5%.
Revenue grew at twice the market rate of 5%.
While the market fell 3%, revenue rose.
Analysts polled by FactSet expected revenue of $119 million.
A survey found that 62% of users were satisfied.
Acme ranked 240 on the list of the fastest-growing companies with revenue growth of 140%.
The mutual fund returned 8%.
Insiders own 14% of the shares.
The preferred shares pay 6.5%.
The notes were sold at 99.5% of par to yield 5.1%.
The company has 23.5 million shares outstanding.
Of the increase, $4 million came from price.
The third quarter is seasonally weak: it brings 22% of annual revenue.
Revenue for the quarter was the second highest ever, behind the $126 million of the fourth quarter of 2017.
The prior record for quarterly revenue was $121 million.
Revenue was above the guidance range of $112 million to $116 million.
This compares with prior guidance of revenue of $112 million to $116 million.
Operating margin beat our guidance of 15% to 16%.
Revenue finished at the high end of our $118 million to $123 million range.
The Street was looking for earnings of $0.58 per share.
Earnings per share topped the average estimate of $0.57.
We ended the quarter with 412 sales people, who each brought in revenue of $297,000.
Revenue from the Delta agreement, signed in July, was $0.9 million.
In July 2018, the company acquired Beta Corp., which had 2017 revenue of $14 million.
Beta's revenue for the twelve months ended June 30, 2018 was $16 million.
The purchase price was $41 million, or 2.6 times revenue.
In October 2018, the company sold its paper unit for $33 million, a gain of $6 million.
After the end of the quarter, the company borrowed $20 million.
The company will record a gain of $6 million in the fourth quarter.
A tax audit could cost as much as $3 million.
The weighted average interest rate was 4.1%.
The company's credit rating is BBB.
Free cash flow is cash from operations less capital expenditures of $9 million.
Non-GAAP net income excludes stock compensation of $2.8 million and amortization of $1.2 million.
Adjusted EBITDA, which excludes stock compensation of $2.8 million, was $27.1 million.
GAAP operating income included $1.2 million of amortization, compared with $1.1 million a year ago.
Operating expenses included severance of $0.8 million.
The tax rate differs from the statutory rate of 21%.
Net income reflects a tax rate of 24.1%, versus 31.0%.
Foreign currency translation lowered revenue growth by 2 percentage points.
At constant exchange rates, operating income increased 13%.
Adjusting for currency, net income would have fallen 38%.
Revenue per share was $5.25.
Cash flow per share was $0.92.
Book value per share rose 4% to $18.20.
The company had 23.3 million diluted shares, compared with 23.4 million.
Share count fell 0.4%.
Insider purchases totaled $0.2 million.
The dividend yield is 1.9%.
The payout ratio was 20% of net income.
Total shareholder return was 14%.
Return on equity was 16.8%.
Inventory turns were 5.2.
Bookings were $131 million, for a book-to-bill ratio of 1.07.
The book-to-bill ratio was 1.07, compared with 1.02.
Capacity utilization was 81%.
Order intake rose 9% to $131 million.
Customer churn fell to 1.1%.
Net retention was 108%.
Average revenue per user was $12.40, up 3%.
Active users rose 21% to 3.1 million.
Traffic was down 1.2% and the average ticket up 2.4%.
Comparable sales rose 1.2% in company restaurants.
Store-level margin was 17.2%.
Pre-opening costs were $0.6 million.
Rent expense was $4.4 million.
Depreciation rose 6% to $7.1 million.
Gross profit was $61 million, or 49.9% of revenue.
Cost of revenue was $61.3 million.
Sales and marketing expenses were $21 million, or 17% of revenue.
Research and development expenses increased 14% to $8.5 million.
Other income was $0.4 million.
A foreign exchange loss of $0.5 million was included in other expense.
Minority interest was $0.3 million.
Pension contributions were $2 million.
Deferred revenue rose 12% to $54 million.
Cash and investments were $143 million.
Cash rose $9 million during the quarter.
Operating cash flow was $24 million, up 11%.
Capital expenditures were $6 million.
The company repaid $10 million of its term loan.
Net debt was $88 million.
Liquidity was $210 million.
The share price was $41.75 on October 31, 2018.
The conference call begins at 9:00 a.m. on November 1 and can be replayed until November 15 with code 4417723.
The company has been in business for 62 years.
It employs 1,980 people in 14 plants.
Acme was founded in 1956 with capital of $50,000.
The company holds 420 patents.
Its products are used in 8 of the 10 largest banks.
The new plant will add 30% to capacity.
A 53rd week will add $7 million to revenue this year.
Last year had 53 weeks, which added $7 million of revenue.
Excluding the 53rd week, revenue increased 12%.
The first nine months included 39 weeks.
Revenue in the fourth quarter of 2017 was $117 million.
Second half revenue will be higher than the $228 million of the first half.
January through September revenue by region was 60% domestic.
In the third quarter, 22% of revenue came from Asia, compared with 19%.
Asia made up 22% of revenue.
Revenue from Asia, at $27 million, was 22% of the total.
Government revenue was 31% of the total.
The three largest programs brought 18% of revenue.
Segment profit was $24 million before corporate costs of $4 million.
Before corporate costs, operating income was $24 million.
Operating income, before corporate costs of $4 million, was $24 million.
The loss from the closed plant was $1.3 million, or $0.06 per diluted share.
Litigation reduced diluted earnings per share by 3 cents.
Diluted earnings per share include 3 cents of litigation costs.
Net income was reduced by $0.7 million of litigation costs.
Beta had revenue of $14 million and operating income of $2 million in 2017.
Delta Stores reported revenue of $95 million.
"""
OF_A_BANK = """
Commercial loans grew 6% to $1.9 billion.
Commercial real estate loans were $1.4 billion, up 2.1% from June 30, 2018.
Loans in the Northern region rose 11%.
Mortgage loans originated totaled $112 million.
Loan originations were $340 million, up 9%.
Loans acquired in the merger were $210 million.
Excluding acquired loans, total loans grew 1.1%.
Organic loan growth was 5.2% annualized.
Total loans grew at an annualized rate of 5.7%.
The loan pipeline was $280 million.
Average loans were $4.38 billion, up 1.2% from the linked quarter.
Average total deposits increased 0.7% to $4.72 billion.
Average earning assets grew $48 million.
The yield on loans was 4.82%, up 7 basis points.
The cost of deposits rose 9 basis points to 0.71%.
The cost of interest-bearing deposits was 0.95%.
Excluding accretion, net interest margin was 3.44%.
Purchase accounting accretion added 8 basis points to net interest margin.
Core net interest margin fell 4 basis points to 3.41%.
A legal recovery added 3 basis points to the margin.
Net interest margin on a tax-equivalent basis was 3.58%.
Tax-equivalent net interest income was $49.9 million.
Interest income on loans was $52.3 million.
Interest on deposits was $8.4 million.
Interest recovered on nonaccrual loans was $0.5 million.
Interest income included $0.7 million of accretion.
Noninterest income included a gain of $1.1 million on the sale of securities.
Excluding securities gains, noninterest income was $8.7 million.
Service charges were $2.4 million, up 3%.
Wealth management fees increased 7% to $1.9 million.
Mortgage banking income fell 22%.
Noninterest expense included merger costs of $1.6 million.
Excluding merger costs, noninterest expense was $31.8 million.
Salaries rose 4% to $18.2 million.
The adjusted efficiency ratio was 54.9%.
Excluding merger costs, the efficiency ratio was 54.0%.
The efficiency ratio of the acquired bank was 68%.
Operating net income was $20.4 million, or $1.01 per diluted share.
Net income before merger costs was $20.3 million.
Merger costs reduced diluted earnings per share by $0.06.
Tax reform increased tax expense by $2.9 million in the fourth quarter.
Criticized loans were $64 million.
Nonperforming assets were 0.38% of total assets.
Nonaccrual loans to three borrowers totaled $7.5 million.
Net charge-offs on consumer loans were $0.4 million.
One commercial credit accounted for $600 thousand of net charge-offs.
A charge-off of $0.3 million was recorded on one loan.
The allowance for the acquired loans was $1.2 million.
A specific reserve of $900 thousand was added to the allowance.
The provision included $400 thousand for one loan.
Noninterest-bearing deposits of the acquired branches were $44 million.
Public deposits declined $31 million.
Brokered deposits were $210 million.
Time deposits increased 8% while savings fell 2%.
Money market deposits grew $25 million.
Deposits in the new branches reached $39 million.
Mortgage deposits and escrow totaled $17 million.
The loan-to-deposit ratio of the new branches was 120%.
Uninsured deposits were 38% of deposits.
The bank sold $60 million of loans.
It bought $75 million of securities yielding 3.1%.
The bank opened 2 branches and closed 3.
Tangible book value per share was $26.40.
Tangible equity to tangible assets was 9.1%.
The total risk-based capital ratio was 14.2%.
The board raised the dividend 5% to $0.21 per share.
The dividend payout ratio was 22%.
The bank repurchased 85,000 shares at an average price of $39.10.
Subordinated notes of $50 million carry interest at 4.75%.
Federal Home Loan Bank advances were $240 million at 2.3%.
Unused lines of credit were $310 million.
Assets under management reached $1.1 billion.
Trust assets grew 6% to $820 million.
The prime rate rose 25 basis points to 5.25%.
The Federal Reserve raised rates by 25 basis points.
Unemployment in our markets was 3.4%.
Home prices rose 6% in our region.
The peer median return on average assets was 1.10%.
Our return on average tangible equity was 14.3%.
Peer banks had an efficiency ratio of 60%.
The pre-tax, pre-provision income was $25.5 million.
Total revenue, excluding gains, was $57.8 million.
Net income for the year to date was $56.1 million.
Year-to-date net charge-offs were $2.8 million.
For the nine months, net interest income was $145.8 million.
In the first quarter of 2018, net income was $17.9 million.
In 2016, net income was $41 million.
The bank expects loan growth of 5% to 7%.
Loan growth should be in the mid single digits, near 5%.
We look for a net interest margin of 3.45%.
A 100 basis point rise in rates would raise net interest income by 3.2%.
Two loans totaling $5.2 million returned to accrual.
The largest nonperforming loan is $3.9 million.
Nonperforming loans fell because a $1.1 million credit was paid off.
Energy loans were 2% of total loans.
Construction loans were 74% of capital.
The five largest depositors held $190 million of deposits.
Deposit service fees were waived for 4,000 customers.
The acquisition added $180 million of loans and $220 million of deposits.
The acquired bank had total assets of $310 million.
First Valley has total assets of $310 million, loans of $240 million and deposits of $265 million.
The transaction is valued at $48 million, or $21.50 per share.
Upon completion, the bank will have total assets of $6.2 billion.
Pro forma total assets are $6.2 billion.
The combined company would have had loans of $4.7 billion.
"""
OF_SEGMENTS = """
Net sales in North America rose 5% to $402 million.
Industrial sales in Europe declined 3%.
Industrial orders grew 12% to $445 million.
Consumer unit volume fell 4%.
Industrial segment EBITDA was $72.4 million.
Industrial organic sales grew 6.1%.
Excluding currency, Industrial sales increased 9.2%.
Acquisitions contributed 2.4% to Industrial sales growth.
Within Industrial, pump sales rose 14%.
Consumer sales through online channels grew 31% to $44 million.
Consumer point-of-sale growth was 2%.
The Consumer segment opened 6 stores.
Corporate expense included $1.9 million of deal costs.
Corporate headcount fell 3%.
Industrial backlog was $890 million.
Backlog for the aerospace unit increased 22% to $310 million.
Backlog expected to ship this year is $400 million.
Segment operating margin of the aerospace unit was 21%.
The aerospace unit's operating income rose 30% to $19 million.
Aerospace sales of $130 million were up 17%.
Operating income included restructuring of $3.3 million.
Excluding restructuring, operating income was $71.8 million.
Adjusted operating income of $71.8 million rose 9%.
Adjusted operating margin was 11.6%.
Adjusted diluted earnings per share were $1.21, up 15%.
Restructuring cost $0.04 per diluted share.
Free cash flow conversion was 226%.
Free cash flow excluding pension contributions was $114.4 million.
Free cash flow in the third quarter was $41.2 million.
Third quarter capital expenditures were $17.5 million.
Cash flow from operations in the quarter was $58.7 million.
Cash provided by operations in the third quarter was $58.7 million, compared with $49.9 million.
Capital expenditures for the new plant were $22 million.
Maintenance capital spending was $20 million.
Dividends of $10.1 million were paid in the quarter.
The company paid a dividend of $0.25 per share.
Share repurchases in the quarter were $15 million.
The company bought 310,000 shares for $15 million.
$155 million remains under the repurchase program.
Inventories of the Consumer segment rose 9% to $140 million.
Finished goods inventories were $160 million.
Excluding acquisitions, inventories were flat at $287 million.
Inventories acquired were $14 million.
Cash held abroad was $52 million.
Cash used for acquisitions was $61 million.
Restricted cash was $4.1 million.
Total debt net of cash was $423.6 million.
Debt of the acquired company was $18 million.
Debt maturing within a year is $40 million.
Term loan debt was $300 million at 3.9%.
Debt repaid in the quarter was $12 million.
The company repaid $28.5 million of debt this year.
The ratio of debt to EBITDA was 1.8.
Net debt to adjusted EBITDA fell to 1.6 times.
Interest expense in 2017 was $33 million.
Interest expense on the bonds was $5.2 million.
Interest expense will be about $8 million in the fourth quarter.
The effective tax rate for the full year will be 24%.
Income taxes included a benefit of $1.4 million.
Excluding the benefit, the tax rate was 26.2%.
Taxes paid were $11 million.
Equity income was $0.9 million.
The company's share of equity affiliates' net income was $0.9 million.
Affiliates' net sales were $75 million.
Our joint venture in China had sales of $38 million.
Pension expense rose $0.7 million.
Stock compensation was $3.8 million.
Depreciation was $15.2 million.
Amortization of $4.4 million is included in Industrial operating income.
LIFO reduced Consumer operating income by $0.8 million.
Tariffs cost Consumer $2.1 million, or 1% of sales.
Price increases offset 80% of material inflation.
Material costs rose 5%.
Net price realization was 1.5%.
Volume was up 3.1%, price 1.8%, currency down 0.5%.
Sales of new products were 28% of total net sales.
Warranty costs were 0.9% of sales.
Research and development was $14 million, or 2.3% of sales.
Selling expenses fell 2% to $66 million.
Gross margin widened 60 basis points to 34.1%.
Industrial gross margin was 36%.
Consumer margins narrowed 130 basis points.
Days of inventory were 71.
Working capital was 18.2% of sales.
Return on invested capital reached 14.8%.
The company has 3,400 employees.
Net sales per employee were $183,000.
September sales were $215 million.
October orders rose 7%.
The fourth quarter has 13 weeks, compared with 14.
The extra week added $38 million to net sales in 2017.
Net sales for the last twelve months were $2.46 billion.
Since 2015, net sales have grown 7% a year.
Net sales should reach $2.5 billion by 2019.
The Company now sees net sales of $2.44 billion.
Previous guidance was net sales of $2.40 billion.
Full-year operating income is forecast at $270 million.
Industrial is expected to grow 7% to 8%.
Consumer sales are likely to be down 3%.
For all of 2017, Industrial sales were $1.52 billion.
In the second quarter, Industrial sales were $405 million.
Industrial sales rose 1.8% sequentially.
Compared with the second quarter, net sales fell 1.3%.
The divested lighting business had net sales of $11 million.
The lighting business, sold in May, contributed net sales of $11 million and operating income of $1 million.
A competitor, Delta, posted net sales of $800 million.
Customers returned goods worth $4 million.
A supplier's bankruptcy delayed $6 million of sales.
About $6 million of Industrial sales moved into the fourth quarter.
Consumer lost a $5 million program.
The program is worth $50 million over four years.
Industrial won orders of $85 million from one customer.
The order, valued at $85 million, is included in backlog.
Cancellations lowered backlog by $9 million.
Currency lowered backlog by 2%.
Goodwill was $410 million.
An impairment of $6.5 million was recorded in Consumer in 2016.
"""
HEADLINE = "Acme Inc. Reports Third Quarter 2018 Results"
CASES = [
    (sentence, true, tables)
    for sentences, true, tables in (
        (OF_A_COMPANY, "Revenue was $122.3 million, compared with $111.0 million a year ago.", COMPANY),
        (OF_A_BANK, "Net interest income was $49.1 million, compared with $46.9 million a year ago.", BANK),
        (OF_SEGMENTS, "Net sales were $621.0 million, compared with $595.0 million a year ago.", SEGMENTS),
    )
    for sentence in sentences.strip().splitlines()
]


@pytest.mark.parametrize("sentence, true, tables", CASES, ids=[sentence for sentence, _, _ in CASES])
def test_what_the_tables_do_not_give_is_no_contradiction(sentence: str, true: str, tables: str) -> None:
    found = audited(tables, true, sentence, title=HEADLINE)
    verdicts = [found.judgements[claim.id].verdict for claim in found.claims]
    assert verdicts[:2] == ["agrees", "agrees"]
    assert "disagrees" not in verdicts and not [f for f in found.findings if f.level != "note"]
