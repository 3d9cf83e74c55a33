Feature: The key by which others could check the log of the first zones
  Under the first operating model, too, the key counts from the day on which officers have put it in force. These examples are invented.

  @X-6
  Rule: Officers of the Board put the key of its log in force

    Scenario Outline: <Who> puts the first key in force
      When <Who> registers a key of the log
      Then it is done

      Examples:
        | Who           |
        | the secretary |
        | the chair     |

    Scenario: Whoever evaluates a zone does not
      When the evaluator registers a key of the log
      Then it is refused only because "a key of the log is registered by Secretariat or Chair"
