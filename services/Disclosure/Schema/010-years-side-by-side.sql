-- Years are set side by side newest first, of a province, an industry group or a verification body: read in that order, not sorted for each question.
create index public_years_newest on public_years (year desc, park_id);
create index public_years_province on public_years (province, year desc, park_id);
create index public_years_industry on public_years (industry, year desc, park_id);
drop index public_years_body;
create index public_years_body on public_years (body, year desc, park_id);
