"""What vulture takes for dead code and is not, with the reason. A name that is here and has gone is refused by a test.

Nothing runs this file: vulture reads it beside the program (`make lint`).
"""

# twilio, python-telegram-bot, html.parser and SMTP's tests call these by their name.
_.log_request
_.log_response
_.get_hostname
_.parse_json_payload
_.initialize
_.do_request
_.write_timeout
_.connect_timeout
_.pool_timeout
_.handle_startendtag
_.handle_data

# pydantic, SQLAlchemy, uvicorn, python-docx, openpyxl and fluent read these.
_.model_config
_.settings_customise_sources
_.settings_cls
_.cache_ok
_.inherit_cache
_._by_name_in_python
_._by_name_letter_by_letter
_.process_bind_param
_.process_result_value
_.type_annotation_map
_.isolation_level
_._make_new_cursor
_._aenter_cursor
_.install_signal_handlers
_.capture_signals
_.main_loop
_.should_exit
_.bold
_.italic
_.alignment
_.autofit
_.keep_with_next
_.space_after
_.space_before
_.creator
_.last_modified_by
_.freeze_panes
_.MAX_PART_LENGTH

# typer finds its commands and their choices by the table of `bot/cli/__init__.py` and by annotations.
_.call_list
_.incident_letters
_.JOURNAL
_.CSV
_.__annotations__

# A class whose objects are called.
_.__call__

# The simulator's control page calls these by the name it is given; its tests move its clock.
_.press_stale
_.send_sticker
_.deactivate
_.add_bot_to_group
_.upgrade_group
_.set_fate
_.hang
_.UPDATE
_.move_by

# Pages (templates) read these.
_.taken_by
_.few_nameless
_.window_open
_.left_out_in_all
_.as_of_today
_.read_until_today

# Columns that are written, exported, copied to a person's file and erased by their table, and read by name by nobody.
_.made_by
_.approved_by
_.applied_at
_.best_hour
_.done_by
_.commission_told_on
_.written_at
_.written_by
_.frozen_by
_.begun_by
_.kept_at
_.kept_by
_.progress_message_id
_.meeting_version

# States and kinds that are made from a word: f"need_{what}", How(...), what an older program wrote.
_.HAND
_.LAPSED

# Conventions, the corpus and other tests read these: what the program must not say, what it understood.
_.CLASSES
_.IN_FILE
_.OWN_WORDS
_.forbidden
_.round_trip
_.is_question
_.display_name

# A cell of a workbook, as its library writes it.
_.data_type
_.quotePrefix

# pytest calls the loop of the mutants by its name.
_.pytest_runtestloop

# The web framework reads these: the shape of a number in an address, whether a slash is led elsewhere.
_.regex
_.redirect_slashes
