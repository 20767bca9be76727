-- The templates that ship: what one needs for the usual occasions, by experience of those who have
-- carried the benches. Words are those of the catalogues.

with template as (
  insert into public.event_templates (slug, position, names, picture, guests) values
    ('street-festival', 1, '{"de": "Straßenfest", "en": "Street festival"}', 'pavilion', 150),
    ('summer-party', 2, '{"de": "Sommerfest", "en": "Summer party"}', 'grill', 80),
    ('tournament', 3, '{"de": "Turnier", "en": "Tournament"}', 'sports-field', 60),
    ('information-stand', 4, '{"de": "Infostand", "en": "Information stand"}', 'button-badge', 100),
    ('working-day', 5, '{"de": "Umzug oder Putztag", "en": "Moving or clean-up day"}', 'trolley', 12),
    ('lecture-evening', 6, '{"de": "Vortragsabend", "en": "Lecture evening"}', 'beamer', 60)
  returning id, slug
)
insert into public.event_template_items (
  template_id, position, names, words, picture, quantity, per_guests, days_before, starts_time, days_after, ends_time)
select template.id, item.position,
  jsonb_build_object('de', item.de, 'en', item.en), item.words, item.picture,
  item.quantity, item.per_guests, item.days_before, item.starts_time::time, item.days_after, item.ends_time::time
from (values
  ('street-festival', 1, 'Tische mit Bänken', 'Table and bench sets', 'Festzeltgarnituren, Bierzeltgarnitur, Bierbänke', 'benches', 1, 8, 1, '16:00', 1, '12:00'),
  ('street-festival', 2, 'Pavillons', 'Gazebos', 'Pavillon, Festzelt', 'pavilion', 1, 40, 1, '16:00', 1, '12:00'),
  ('street-festival', 3, 'Strom', 'Power', 'Kabeltrommel, Stromerzeuger', 'cable-drum', 1, 75, 1, '16:00', 1, '12:00'),
  ('street-festival', 4, 'Transporter', 'Van', 'Transporter, Kleinbus, Autoanhänger', 'van', 1, null, 0, '08:00', 0, '22:00'),
  ('street-festival', 5, 'Mehrwegbecher', 'Reusable cups', 'Mehrwegbecher, Becher', 'cups', 2, 1, 1, '16:00', 1, '12:00'),
  ('street-festival', 6, 'Lautsprecher', 'Loudspeakers', 'Lautsprecheranlage, Lautsprecher', 'speaker', 1, null, 0, null, 0, null),
  ('street-festival', 7, 'Grill', 'Barbecue', 'Grill', 'grill', 1, 150, 0, null, 0, null),
  ('street-festival', 8, 'Etwas für Kinder', 'Something for children', 'Hüpfburg, Spielmobil, Kinderfest', 'bouncy-castle', 1, null, 0, null, 0, null),
  ('street-festival', 9, 'Erste Hilfe', 'First aid', 'Erste Hilfe', 'first-aid', 1, null, 0, null, 0, null),
  ('summer-party', 1, 'Ort im Freien', 'Place outdoors', 'Festwiese, Innenhof, Garten', 'courtyard', 1, null, 0, null, 0, null),
  ('summer-party', 2, 'Tische mit Bänken', 'Table and bench sets', 'Festzeltgarnituren, Bierzeltgarnitur, Bierbänke', 'benches', 1, 8, 0, null, 1, '12:00'),
  ('summer-party', 3, 'Pavillons', 'Gazebos', 'Pavillon, Festzelt', 'pavilion', 1, 40, 0, null, 1, '12:00'),
  ('summer-party', 4, 'Grill', 'Barbecue', 'Grill', 'grill', 1, 100, 0, null, 0, null),
  ('summer-party', 5, 'Kühlboxen', 'Cool boxes', 'Kühlbox, Kühlanhänger', 'cool-box', 1, 20, 0, null, 1, '12:00'),
  ('summer-party', 6, 'Mehrwegbecher', 'Reusable cups', 'Mehrwegbecher, Becher', 'cups', 2, 1, 0, null, 1, '12:00'),
  ('summer-party', 7, 'Lichterketten', 'String lights', 'Lichterkette', 'light-set', 1, 25, 0, null, 0, null),
  ('summer-party', 8, 'Musik', 'Music', 'Lautsprecher', 'speaker', 1, null, 0, null, 0, null),
  ('tournament', 1, 'Platz oder Halle', 'Pitch or hall', 'Rasenplatz, Kleinfeld, Turnhalle', 'sports-field', 1, null, 0, null, 0, null),
  ('tournament', 2, 'Tore', 'Goals', 'Fußballtore, Tore', 'football-goal', 2, null, 0, null, 0, null),
  ('tournament', 3, 'Ansage', 'Announcements', 'Lautsprecher Mikrofon, Lautsprecher', 'speaker', 1, null, 0, null, 0, null),
  ('tournament', 4, 'Pavillons', 'Gazebos', 'Pavillon', 'pavilion', 1, 60, 0, null, 0, null),
  ('tournament', 5, 'Tische mit Bänken', 'Table and bench sets', 'Festzeltgarnituren, Bierzeltgarnitur, Bierbänke', 'benches', 1, 12, 0, null, 0, null),
  ('tournament', 6, 'Kühlboxen', 'Cool boxes', 'Kühlbox', 'cool-box', 1, 30, 0, null, 0, null),
  ('tournament', 7, 'Erste Hilfe', 'First aid', 'Erste Hilfe', 'first-aid', 1, null, 0, null, 0, null),
  ('information-stand', 1, 'Pavillon', 'Gazebo', 'Pavillon', 'pavilion', 1, null, 0, null, 0, null),
  ('information-stand', 2, 'Tische', 'Tables', 'Tapeziertische, Tische', 'table', 2, null, 0, null, 0, null),
  ('information-stand', 3, 'Stellwände', 'Display panels', 'Stellwände', 'screen', 2, null, 0, null, 0, null),
  ('information-stand', 4, 'Buttonmaschine', 'Button machine', 'Buttonmaschine, Buttonpresse', 'button-machine', 1, null, 0, null, 0, null),
  ('information-stand', 5, 'Glücksrad', 'Wheel of fortune', 'Glücksrad', 'wheel-of-fortune', 1, null, 0, null, 0, null),
  ('information-stand', 6, 'Bollerwagen', 'Handcart', 'Bollerwagen, Sackkarre, Fahrradanhänger', 'trolley', 1, null, 0, null, 0, null),
  ('working-day', 1, 'Transporter', 'Van', 'Transporter, Autoanhänger', 'van', 1, null, 0, null, 0, null),
  ('working-day', 2, 'Sackkarren', 'Hand trucks', 'Sackkarren, Bollerwagen', 'trolley', 1, 6, 0, null, 0, null),
  ('working-day', 3, 'Leitern', 'Ladders', 'Stehleiter, Leiter', 'ladder', 1, 12, 0, null, 0, null),
  ('working-day', 4, 'Gartengeräte', 'Garden tools', 'Gartengeräte', 'garden-tools', 1, null, 0, null, 0, null),
  ('working-day', 5, 'Werkzeug', 'Power tools', 'Akkuschrauber, Bohrhammer', 'drill', 1, 6, 0, null, 0, null),
  ('working-day', 6, 'Reiniger', 'Pressure washer', 'Hochdruckreiniger, Reiniger', 'garden-tools', 1, null, 0, null, 0, null),
  ('lecture-evening', 1, 'Raum', 'Room', 'Saal, Seminarraum, Gruppenraum', 'hall', 1, null, 0, null, 0, null),
  ('lecture-evening', 2, 'Beamer', 'Projector', 'Beamer', 'beamer', 1, null, 0, null, 0, null),
  ('lecture-evening', 3, 'Leinwand', 'Screen', 'Leinwand', 'screen', 1, null, 0, null, 0, null),
  ('lecture-evening', 4, 'Stühle', 'Chairs', 'Stapelstühle, Stühle', 'chairs', 1, 1, 0, null, 0, null),
  ('lecture-evening', 5, 'Mikrofone', 'Microphones', 'Funkmikrofone, Mikrofon', 'microphone', 2, null, 0, null, 0, null),
  ('lecture-evening', 6, 'Sprachmittlung', 'Interpreting', 'Sprachmittlung', 'interpreter', 1, null, 0, null, 0, null),
  ('lecture-evening', 7, 'Kaffee und Tee', 'Coffee and tea', 'Kaffeeautomat, Samowar', 'coffee-urn', 1, 80, 0, null, 0, null)
) as item (slug, position, de, en, words, picture, quantity, per_guests, days_before, starts_time, days_after, ends_time)
join template on template.slug = item.slug;
