Feature: The projects of a programme
  The papers name seven projects by which a violence reduction network works. Each has a lead, who reports how it stands.

  @H-5.12 @R-3.1
  Rule: A programme works by way of its projects, and each reports how it stands

    Scenario: It is seen which of the seven nobody has begun
      Given the project "Example service mapping" is at "Planned"
      Then the programme "Example Violence Reduction Network" shows
        | projects that nobody has begun | Development of the programme, Leadership and vision, Service mapping, Analysis and evaluation, Service design and implementation, Campaigns, Policy integration |
      When the project lead asks to "Record the equality impact assessment" for the project "Example service mapping"
        | Equality impact assessed on | today                     |
        | What it means for equality  | Nobody is left out of it  |
      And the programme lead asks to "Begin" for the project "Example service mapping"
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | projects that nobody has begun | Development of the programme, Leadership and vision, Analysis and evaluation, Service design and implementation, Campaigns, Policy integration |
      When the programme lead asks to "Finish" for the project "Example service mapping"
        | Summary | The map is complete |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | projects that nobody has begun | Development of the programme, Leadership and vision, Analysis and evaluation, Service design and implementation, Campaigns, Policy integration |

    Scenario: Finishing is the last report
      Given the project "Example service mapping" is at "Under way"
      And 20 days pass
      When the programme lead asks to "Finish" for the project "Example service mapping"
        | Summary | The map is complete |
      Then it is done
      And the project "Example service mapping" shows
        | Last report | today |

    Scenario: A project that was stopped is lacking again
      Given the project "Example service mapping" is at "Under way"
      When the programme lead asks to "Stop" for the project "Example service mapping"
        | Why it was stopped | Nobody could be released |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | projects that nobody has begun | Development of the programme, Leadership and vision, Service mapping, Analysis and evaluation, Service design and implementation, Campaigns, Policy integration |

    Scenario: A report is due every thirty days
      Given the project "Example service mapping" is at "Under way"
      When the project lead asks to "Report progress" for the project "Example service mapping"
        | Progress | At risk                       |
        | Summary  | Two services have not replied |
      Then it is done
      And the project "Example service mapping" shows
        | Last report | today   |
        | Progress    | At risk |
      And the project "Example service mapping" should move on by in 30 days, or the project lead, the programme lead are told

    Scenario: What is spent on a project is added up
      Given the project "Example service mapping" is at "Under way"
      And the grant "Example grant for 2019/20" is at "Open"
      And the programme lead has been able to "Record spending"
        | What it paid for | Interviews                |
        | Grant            | Example grant for 2019/20 |
        | Project          | Example service mapping   |
        | Purpose          | Analysis and products     |
        | Amount           | 1200                      |
        | Paid on          | today                     |
      And the programme lead has been able to "Record spending"
        | What it paid for | Interviews, once more     |
        | Grant            | Example grant for 2019/20 |
        | Project          | Example service mapping   |
        | Purpose          | Analysis and products     |
        | Amount           | 1200                      |
        | Paid on          | today                     |
      And the programme lead has been able to "Strike out" for the spending "Interviews, once more"
        | Why it was struck out | It was paid once |
      Then the project "Example service mapping" shows
        | money spent on it | £1,200.00 |

    Scenario: Nothing is begun before the programme has begun
      Given the programme "Example Network" is ready for "Begin"
      And the programme lead has been able to "Plan a project"
        | Title         | Example campaign |
        | Programme     | Example Network  |
        | Which project | Campaigns        |
        | Lead          | Kit Example      |
      And the programme lead has been able to "Record the equality impact assessment" for the project "Example campaign"
        | Equality impact assessed on | today                    |
        | What it means for equality  | Nobody is left out of it |
      When the programme lead asks to "Begin" for the project "Example campaign"
      Then it is refused only because "the programme has begun and has not ended"
      When the programme lead asks to "Begin" for the programme "Example Network"
        | Begun on | today |
      And the co-ordinator asks to "Begin" for the project "Example campaign"
      Then it is done

    Scenario: Projects go on when the Board oversees the programme, and no new one begins when it has ended
      Given the programme "Example Network" is at "Overseen by the Board"
      And the programme lead has been able to "Plan a project"
        | Title         | Example campaign |
        | Programme     | Example Network  |
        | Which project | Campaigns        |
        | Lead          | Kit Example      |
      And the programme lead has been able to "Plan a project"
        | Title         | Example policy work |
        | Programme     | Example Network     |
        | Which project | Policy integration  |
        | Lead          | Kit Example         |
      And the programme lead has been able to "Record the equality impact assessment" for the project "Example campaign"
        | Equality impact assessed on | today                    |
        | What it means for equality  | Nobody is left out of it |
      And the programme lead has been able to "Record the equality impact assessment" for the project "Example policy work"
        | Equality impact assessed on | today                    |
        | What it means for equality  | Nobody is left out of it |
      When the co-ordinator asks to "Begin" for the project "Example campaign"
      And the chair asks to "End" for the programme "Example Network"
        | Why it ended | Nobody pays for it |
      And the co-ordinator asks to "Begin" for the project "Example policy work"
      Then it is refused only because "the programme has begun and has not ended"

    Scenario: Another lead takes over
      Given the project "Example service mapping" is at "Under way"
      And the programme lead has been able to "Change the lead" for the project "Example service mapping"
        | Lead | Kit Example |
      When the project lead asks to "Report progress" for the project "Example service mapping"
        | Progress | On track |
        | Summary  | All well |
      Then it is refused only because "'Report progress' is for the person named as lead in the project or Programme lead of the programme"
      When the co-ordinator asks to "Report progress" for the project "Example service mapping"
        | Progress | On track |
        | Summary  | All well |
      Then it is done

  @H-10
  Rule: What a project means for equality is assessed before it is carried out

    Scenario: It does not begin before that
      Given the project "Example service mapping" is ready for "Record the equality impact assessment"
      When the project lead asks to "Begin" for the project "Example service mapping"
      Then it is refused only because "its equality impact has been assessed"

    Scenario: An assessment is recorded once it has been made
      Given the project "Example service mapping" is at "Planned"
      When the project lead asks to "Record the equality impact assessment" for the project "Example service mapping"
        | Equality impact assessed on | in 1 day                 |
        | What it means for equality  | Nobody is left out of it |
      Then it is refused only because "the assessment has been made"

  @H-5.12
  Rule: What can be done with a project at each stage, and by whom

    Scenario: How a project comes about
      Then a project is opened by these steps
        | Step           | Who    | Must be given                         | May be given | Leads to |
        | Plan a project | nobody | Title, Programme, Which project, Lead | Note         | Planned  |

    Scenario: What can be done with a project that is at 'Planned'
      Given the project "Example service mapping" is at "Planned"
      Then these steps are open to the project "Example service mapping"
        | Step                                  | Who                                  | Must be given                                           | May be given | Leads to  |
        | Record the equality impact assessment | the programme lead, the project lead | Equality impact assessed on, What it means for equality |              | Planned   |
        | Begin                                 | the programme lead, the project lead |                                                         |              | Under way |
        | Change the lead                       | the programme lead                   | Lead                                                    |              | Planned   |
        | Stop                                  | the programme lead                   | Why it was stopped                                      |              | Stopped   |
        | Correct: Title, Note                  | the secretary, the programme lead    | Title                                                   |              |           |
      And the project "Example service mapping" should move on by 7 March 2020, or the project lead, the programme lead are told

    Scenario: What can be done with a project that is at 'Under way'
      Given the project "Example service mapping" is at "Under way"
      Then these steps are open to the project "Example service mapping"
        | Step                                  | Who                                  | Must be given                                           | May be given | Leads to  |
        | Record the equality impact assessment | the programme lead, the project lead | Equality impact assessed on, What it means for equality |              | Under way |
        | Report progress                       | the programme lead, the project lead | Progress, Summary                                       |              | Under way |
        | Change the lead                       | the programme lead                   | Lead                                                    |              | Under way |
        | Finish                                | the programme lead                   | Summary                                                 |              | Finished  |
        | Stop                                  | the programme lead                   | Why it was stopped                                      |              | Stopped   |
        | Correct: Title, Note                  | the secretary, the programme lead    | Title                                                   |              |           |
        | Take back the last step               | the programme lead                   |                                                         |              | Planned   |
      And the project "Example service mapping" should move on by 6 February 2020, or the project lead, the programme lead are told

    Scenario: What can be done with a project that is at 'Finished'
      Given the project "Example service mapping" is at "Finished"
      Then these steps are open to the project "Example service mapping"
        | Step                    | Who                               | Must be given | May be given | Leads to  |
        | Correct: Title, Note    | the secretary, the programme lead | Title         |              |           |
        | Take back the last step | the programme lead                |               |              | Under way |

    Scenario: What can be done with a project that is at 'Stopped'
      Given the project "Example service mapping" is at "Under way"
      And the programme lead has been able to "Stop" for the project "Example service mapping"
        | Why it was stopped | Nobody could be released |
      Then these steps are open to the project "Example service mapping"
        | Step                    | Who                               | Must be given | May be given | Leads to  |
        | Correct: Title, Note    | the secretary, the programme lead | Title         |              |           |
        | Take back the last step | the programme lead                |               |              | Under way |

    Scenario: What can be done with a project that has just been reported on
      Given the project "Example service mapping" is ready for "Finish"
      Then these steps are open to the project "Example service mapping"
        | Step                                  | Who                                  | Must be given                                           | May be given | Leads to  |
        | Record the equality impact assessment | the programme lead, the project lead | Equality impact assessed on, What it means for equality |              | Under way |
        | Report progress                       | the programme lead, the project lead | Progress, Summary                                       |              | Under way |
        | Change the lead                       | the programme lead                   | Lead                                                    |              | Under way |
        | Finish                                | the programme lead                   | Summary                                                 |              | Finished  |
        | Stop                                  | the programme lead                   | Why it was stopped                                      |              | Stopped   |
        | Correct: Title, Note                  | the secretary, the programme lead    | Title                                                   |              |           |
        | Take back the last step               | the programme lead, the project lead |                                                         |              | Under way |
