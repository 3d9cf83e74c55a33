Feature: The risk register of a programme
  What may go wrong, how likely and how grave it is, who answers for it and what is done about it.

  @H-11
  Rule: Risks are kept in a register and looked at again

    Scenario: Likely and grave risks are counted for all to see
      Given the risk "The example money ends in March" is at "Open"
      And the programme lead has been able to "Raise a risk"
        | What may happen | Figures come too late              |
        | Programme       | Example Violence Reduction Network |
        | Likelihood      | High                               |
        | Impact          | Medium                             |
        | Owner           | Dee Example                        |
      And the youth officer has been able to "Raise a risk"
        | What may happen | The team leaves                    |
        | Programme       | Example Violence Reduction Network |
        | Likelihood      | Medium                             |
        | Impact          | High                               |
        | Owner           | Dee Example                        |
      Then the programme "Example Violence Reduction Network" shows
        | open risks that are likely and grave | 1 |
      When the programme lead asks to "Close" for the risk "The example money ends in March"
        | How it ended | It can no longer happen |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | open risks that are likely and grave | 0 |

    Scenario: Looking at a risk sets the next look ninety days on
      Given the risk "The example money ends in March" is at "Open"
      Then the risk "The example money ends in March" shows
        | Last looked at | today |
      When 60 days pass
      And the youth officer asks to "Look at it again" for the risk "The example money ends in March"
        | Likelihood | Medium |
        | Impact     | High   |
      Then it is done
      And the risk "The example money ends in March" shows
        | Last looked at                       | today  |
        | Likelihood                           | Medium |
      And the risk "The example money ends in March" should move on by in 90 days, or the youth officer, the programme lead are told

    Scenario: It may pass to another owner
      Given the risk "The example money ends in March" is at "Open"
      And the programme lead has been able to "Look at it again" for the risk "The example money ends in March"
        | Likelihood | Medium      |
        | Impact     | High        |
        | Owner      | Dee Example |
      When the youth officer asks to "Look at it again" for the risk "The example money ends in March"
        | Likelihood | Low |
        | Impact     | Low |
      Then it is refused only because "'Look at it again' is for the person named as owner in the risk or Programme lead of the programme"

    Scenario: Who sits only on the Board raises no risk of the programme
      Given the programme "Example Network" is at "Beside the Board"
      When the chair asks to "Raise a risk"
        | What may happen | Figures come too late |
        | Programme       | Example Network       |
        | Likelihood      | Low                   |
        | Impact          | Low                   |
        | Owner           | Dee Example           |
      Then it is refused only because "'Raise a risk' is for Programme lead of the programme, Programme member of the programme or Secretariat"

  @X-51
  Rule: Something is done about a risk that is likely and grave

    Scenario: It is not raised without saying what
      Given the programme "Example Network" is at "Beside the Board"
      When the programme lead asks to "Raise a risk"
        | What may happen | Figures come too late |
        | Programme       | Example Network       |
        | Likelihood      | High                  |
        | Impact          | High                  |
        | Owner           | Dee Example           |
      Then it is refused only because "something is done about a risk that is likely and grave"

    Scenario Outline: A risk of likelihood <likelihood> and impact <impact> is raised without saying what
      Given the programme "Example Network" is at "Beside the Board"
      And the programme lead has been able to "Raise a risk"
        | What may happen | Figures come too late |
        | Programme       | Example Network       |
        | Likelihood      | <likelihood>          |
        | Impact          | <impact>              |
        | Owner           | Dee Example           |
      When the programme lead asks to "Look at it again" for the risk "Figures come too late"
        | Likelihood | <impact>     |
        | Impact     | <likelihood> |
      Then it is done
      When the programme lead asks to "Look at it again" for the risk "Figures come too late"
        | Likelihood | High |
        | Impact     | High |
      Then it is refused only because "something is done about what has become likely and grave"

      Examples:
        | likelihood | impact |
        | High       | Medium |
        | Medium     | High   |

    Scenario: A risk that becomes likely and grave is answered
      Given the risk "The example money ends in March" is at "Open"
      When the youth officer asks to "Look at it again" for the risk "The example money ends in March"
        | Likelihood | High |
        | Impact     | High |
      Then it is done

  @H-11
  Rule: What can be done with a risk at each stage, and by whom

    Scenario: How a risk comes about
      Then a risk is opened by these steps
        | Step         | Who           | Must be given                                         | May be given                | Leads to |
        | Raise a risk | the secretary | What may happen, Programme, Likelihood, Impact, Owner | What is done about it, Note | Open     |

    Scenario: What can be done with a risk that is at 'Open'
      Given the risk "The example money ends in March" is at "Open"
      Then these steps are open to the risk "The example money ends in March"
        | Step                           | Who                                   | Must be given      | May be given                 | Leads to |
        | Look at it again               | the programme lead, the youth officer | Likelihood, Impact | What is done about it, Owner | Open     |
        | Close                          | the programme lead                    | How it ended       |                              | Closed   |
        | Correct: What may happen, Note | the secretary, the programme lead     | What may happen    |                              |          |
      And the risk "The example money ends in March" should move on by 6 April 2020, or the youth officer, the programme lead are told

    Scenario: What can be done with a risk that is at 'Closed'
      Given the risk "The example money ends in March" is at "Closed"
      Then these steps are open to the risk "The example money ends in March"
        | Step                           | Who                               | Must be given   | May be given | Leads to |
        | Correct: What may happen, Note | the secretary, the programme lead | What may happen |              |          |
        | Take back the last step        | the programme lead                |                 |              | Open     |

    Scenario: What can be done with a risk that has just been looked at
      Given the risk "The example money ends in March" is ready for "Close"
      Then these steps are open to the risk "The example money ends in March"
        | Step                           | Who                                   | Must be given      | May be given                 | Leads to |
        | Look at it again               | the programme lead, the youth officer | Likelihood, Impact | What is done about it, Owner | Open     |
        | Close                          | the programme lead                    | How it ended       |                              | Closed   |
        | Correct: What may happen, Note | the secretary, the programme lead     | What may happen    |                              |          |
        | Take back the last step        | the programme lead                    |                    |                              | Open     |
