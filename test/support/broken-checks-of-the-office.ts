/** The same of the office itself, its people, its lists and its calendar, and of what people are told. */
export const OF_THE_OFFICE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organisation: {
    organisation_desk_limit_days_check: 'desk_limit_days = 0',
    organisation_name_hi_check: `name_hi = ''`,
    organisation_name_en_check: `name_en = ''`,
  },
  unit: { unit_abbreviation_check: `abbreviation = ''` },
  post: {
    post_check: 'superior_post_id = id',
    post_level_check: 'level = 0',
    post_marking_check: `marking = ''`,
    post_roles_known: `roles = '{clerk}'`,
  },
  notice: { notice_kind_check: `kind = ''`, notice_subject_kind_check: `subject_kind = 'user'` },
  notice_setting: { notice_setting_kind_check: `kind = ''`, notice_setting_channel_check: `channel = 'sms'` },
  notice_digest: { notice_digest_goes_forward: 'until = since' },
  notice_place: { notice_place_only_one_check: 'only_one = false' },
  office_user: {
    office_user_email_check: `email = 'x'`,
    office_user_username_check: `username = ''`,
    demo_people_have_no_password: `demo = true, password_hash = 'x'`,
  },
  tenure: { tenure_check: 'until_on = from_on - 1', tenure_kind_check: `kind = 'acting'` },
  recent_use: { recent_use_uses_check: 'uses = 0' },
  network_use: { network_use_uses_check: 'uses = 0' },
  sign_in_attempt: { sign_in_attempt_failures_check: 'failures = -1' },
  security_event: { security_event_kind_check: `kind = 'sneezed'` },
  number_scheme: {
    number_scheme_kind_check: `kind = 'letter'`,
    number_scheme_period_check: `period = 'month'`,
    number_scheme_template_check: `template = '{year}'`,
  },
  number_head: {
    number_head_basic_check: `basic = 'a'`,
    number_head_primary_check: `"primary" = '1'`,
    number_head_secondary_check: `secondary = '111'`,
    number_head_tertiary_check: `tertiary = ''`,
  },
  case_category: {
    case_category_code_check: `code = ''`,
    case_category_name_en_check: `name_en = ''`,
    case_category_name_hi_check: `name_hi = ''`,
  },
  power_delegation: { power_delegation_levels_check: `levels = '{2,3}'` },
  office_urgency: {
    office_urgency_code_check: `code = 'out_today'`,
    office_urgency_set_by_check: `set_by = 'clerk'`,
    ordinary_is_for_all: `code = 'ordinary', in_use = false`,
  },
  rest_day: { rest_day_weekday_check: 'weekday = 7', rest_day_week_check: 'week = 6' },
  counter: { counter_value_check: 'value = 0' },
};
