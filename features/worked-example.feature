Feature: The worked example, from an issue to a strategy
  The report of November 2019 tells how the method was tried once: with calls for help to the emergency services that come
  from low-level mental ill health. A team, Proactive Vulnerability Engagement (PAVE), had been set up with money of the Police
  and Crime Commissioner to respond better to people who call often. When it was reviewed together with what the partnership trust,
  primary care and others do, the agencies came to an approach that draws on every tier. So much is public; the bodies called
  Example, the numbers, the inputs and the minutes below are made up.

  @S-5.1 @S-5.3 @H-5.15
  Rule: A behaviour is identified, analysed together and met by a strategy of several agencies

    Scenario: An issue that several agencies share becomes a behaviour
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Health Trust |
        | Type of organisation | Health body          |
      And the police officer has been able to "Report an issue"
        | Title                     | The same people call again and again                     |
        | How it came               | From an agency                                           |
        | Agency that reports it    | Example Police                                           |
        | Harm that it does         | Crews react to each call and nobody is better off for it |
        | Agencies that it concerns | Example Police, Example Health Trust                     |
      And the secretary has been able to "Review it" for the issue "The same people call again and again"
        | What the review found | Most of it comes from mental ill health that needs no emergency service |
      When the secretary asks to "Pass it to one agency" for the issue "The same people call again and again"
        | Agency to which it is passed | Example Police |
      Then it is refused only because "no other agency is concerned"

      When the board member asks to "Propose a behaviour"
        | Name                      | Low-level mental health demand on emergency services                |
        | Definition                | Calls from mental ill health or distress, where nobody is in danger |
        | Form it takes             | Frequent calls                                                      |
        | People concerned          | People with complex needs who call often                            |
        | Agencies that it concerns | Example Police, Example Health Trust                                |
      And the secretary asks to "Take it up in a behaviour" for the issue "The same people call again and again"
        | Behaviour in which it is taken up | Low-level mental health demand on emergency services |
      And the chair asks to "Make it a priority" for the behaviour "Low-level mental health demand on emergency services"
        | What health bodies said | The example health board was asked and wants to take part |
      Then it is done
      And the behaviour "Low-level mental health demand on emergency services" is at "Prioritised"
      And the behaviour "Low-level mental health demand on emergency services" shows
        | issues taken up in it                    | 1                                    |
        | agencies concerned whose data is missing | Example Police, Example Health Trust |

    Scenario: The agencies put their data together
      Given the behaviour "Low-level mental health demand on emergency services" is at "Prioritised"
      And the secretary has been able to "Ask for a data set"
        | Title     | Calls by people who call often                       |
        | Agency    | Example Police                                       |
        | Behaviour | Low-level mental health demand on emergency services |
      And the secretary has been able to "Ask for a data set"
        | Title     | Contacts by month, without names                     |
        | Agency    | Example Council                                      |
        | Behaviour | Low-level mental health demand on emergency services |
      And the secretary has been able to "Draft an agreement"
        | Title                     | Sharing data on frequent calls                       |
        | Agencies in it            | Example Police, Example Council                      |
        | Behaviours that it covers | Low-level mental health demand on emergency services |
      When the police officer asks to "Share it" for the data set "Calls by people who call often"
        | Holds personal data                | yes                            |
        | Agreement under which it is shared | Sharing data on frequent calls |
      Then it is refused only because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour"

      When the secretary asks to "Bring it into force" for the data-sharing agreement "Sharing data on frequent calls"
        | Legal basis               | A made-up legal basis           |
        | Agencies that have signed | Example Police, Example Council |
        | Last day                  | in 365 days                     |
      And the police officer asks to "Share it" for the data set "Calls by people who call often"
        | Holds personal data                | yes                            |
        | Agreement under which it is shared | Sharing data on frequent calls |
      Then it is done

      When the secretary asks to "Record its analysis" for the behaviour "Low-level mental health demand on emergency services"
        | Findings of the analysis | A few people make most of the calls          |
        | Causes that were found   | Loneliness, and nobody to turn to in between |
        | Data used                | What the police and the council shared       |
      Then it is refused only because "every data set asked for has been shared or is done without"

      When the council officer asks to "Share it" for the data set "Contacts by month, without names"
        | Holds personal data | no |
      And the secretary asks to "Record its analysis" for the behaviour "Low-level mental health demand on emergency services"
        | Findings of the analysis | A few people make most of the calls          |
        | Causes that were found   | Loneliness, and nobody to turn to in between |
        | Data used                | What the police and the council shared       |
      Then it is done
      And the behaviour "Low-level mental health demand on emergency services" shows
        | agencies concerned whose data is missing | none |

  @S-5.2 @S-5.3
  Rule: Services at every tier are drawn together around the people concerned

    Scenario: The strategy is adopted, and approved above the Board
      Given the behaviour "Low-level mental health demand on emergency services" is at "Analysed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Proactive Vulnerability Engagement (PAVE)            |
        | Tier                                          | Tier 3, aimed at one behaviour                       |
        | Behaviour it is aimed at                      | Low-level mental health demand on emergency services |
        | Upper-tier authorities in whose areas it runs | Example Council                                      |
      And the secretary has been able to "Begin a review"
        | Title     | Review of PAVE and of what is on offer beside it     |
        | Behaviour | Low-level mental health demand on emergency services |
        | Reviewer  | Eve Example                                          |
      And the evaluator has been able to "Report what it found" for the review "Review of PAVE and of what is on offer beside it"
        | Work at tier 2             | Each service has its own list                     |
        | Work at tier 3             | A team responds to those who call often           |
        | Recommendations for change | One approach, with more on offer in the community |
        | Initiatives looked at      | Proactive Vulnerability Engagement (PAVE)         |
      And the secretary has been able to "Add a measure"
        | Title                 | Calls by people who call often                       |
        | Behaviour             | Low-level mental health demand on emergency services |
        | Which way is better   | Lower is better                                      |
        | How often             | Every quarter                                        |
        | Agency that counts it | Example Police                                       |
        | Next value by         | in 91 days                                           |
      And the secretary has been able to "Draft a strategy"
        | Title                                                 | Help before the emergency                            |
        | Behaviour                                             | Low-level mental health demand on emergency services |
        | Needs the approval of the Strategic Partnership Board | yes                                                  |
      And the secretary has been able to "Record a decision"
        | What was decided    | Adopt Help before the emergency |
        | Body that decided   | Prevention Board                |
        | Date of the meeting | today                           |
        | Minute              | 2020/5                          |
        | Kind of decision    | A strategy                      |
        | What it is about    | Help before the emergency       |
      When the chair asks to "Adopt it" for the strategy "Help before the emergency"
        | Decision to adopt it | Adopt Help before the emergency |
      Then it is refused because
        | every tier has an input, or an exception is minuted                             |
        | one input deals with causes, and one reduces the behaviour meanwhile            |
        | policy, the fit with other strategies and who watches the behaviour are set out |

      When the board member asks to "Add an input"
        | What is put in | Places to meet that neighbours run |
        | Strategy       | Help before the emergency          |
        | Tier           | Tier 0 (generic)                   |
        | What it does   | It deals with causes               |
      And the board member asks to "Add an input"
        | What is put in         | Somebody to ask in every library |
        | Strategy               | Help before the emergency        |
        | Tier                   | Tier 1 (generic)                 |
        | What it does           | It deals with causes             |
        | Agency that puts it in | Example Council                  |
      And the board member asks to "Add an input"
        | What is put in         | A call back within a day           |
        | Strategy               | Help before the emergency          |
        | Tier                   | Tier 2 (aimed at the behaviour)    |
        | What it does           | It reduces the behaviour meanwhile |
        | Agency that puts it in | Example Police                     |
      And the board member asks to "Add an input"
        | What is put in             | One plan for each person who calls often  |
        | Strategy                   | Help before the emergency                 |
        | Tier                       | Tier 3 (aimed at the behaviour)           |
        | What it does               | It reduces the behaviour meanwhile        |
        | Agency that puts it in     | Example Police                            |
        | Initiative that carries it | Proactive Vulnerability Engagement (PAVE) |
      And the secretary asks to "Register a community"
        | Name              | Example people who call often   |
        | Upper-tier area   | More than one of these          |
        | Kind of community | People with something in common |
      And the board member asks to "Set out policy, fit and who watches" for the strategy "Help before the emergency"
        | Policy enablers            | One rule on who calls back    |
        | Fit with other strategies  | Plans of the health boards    |
        | Monitoring lead            | Mel Example                   |
        | Communities that need more | Example people who call often |
      And the chair asks to "Adopt it" for the strategy "Help before the emergency"
        | Decision to adopt it | Adopt Help before the emergency |
      And the secretary asks to "Record a decision"
        | What was decided    | Approve Help before the emergency |
        | Body that decided   | Strategic Partnership Board       |
        | Date of the meeting | today                             |
        | Minute              | SPB 2020/2                        |
        | Kind of decision    | A strategy                        |
        | What it is about    | Help before the emergency         |
      And the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Help before the emergency"
        | Approval of the Strategic Partnership Board | Approve Help before the emergency |
      Then it is done
      And the strategy "Help before the emergency" is at "Approved by the Strategic Partnership Board"
