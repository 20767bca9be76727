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

-- The same names for the readers of the other languages.
create temporary table template_words (
  de text primary key, ar text, uk text, ru text, tr text, vi text, pl text, fa text, fr text, ro text
) on commit drop;
insert into template_words values
  ('Straßenfest', 'احتفال الشارع', 'Вуличне свято', 'Уличный праздник', 'Sokak şenliği', 'Lễ hội đường phố', 'Festyn uliczny', 'جشن خیابانی', 'Fête de rue', 'Sărbătoarea străzii'),
  ('Sommerfest', 'حفل صيفي', 'Літнє свято', 'Летний праздник', 'Yaz şenliği', 'Tiệc hè', 'Festyn letni', 'جشن تابستانی', 'Fête d’été', 'Petrecere de vară'),
  ('Turnier', 'بطولة', 'Турнір', 'Турнир', 'Turnuva', 'Giải đấu', 'Turniej', 'مسابقات', 'Tournoi', 'Turneu'),
  ('Infostand', 'كشك معلومات', 'Інформаційний стенд', 'Информационный стенд', 'Bilgi standı', 'Quầy thông tin', 'Stoisko informacyjne', 'غرفهٔ اطلاع‌رسانی', 'Stand d’information', 'Stand de informare'),
  ('Umzug oder Putztag', 'نقل أو يوم تنظيف', 'Переїзд або толока', 'Переезд или субботник', 'Taşınma veya temizlik günü', 'Chuyển nhà hoặc ngày dọn dẹp', 'Przeprowadzka lub sprzątanie', 'اسباب‌کشی یا روز نظافت', 'Déménagement ou journée de nettoyage', 'Mutare sau zi de curățenie'),
  ('Vortragsabend', 'أمسية محاضرات', 'Вечір-лекція', 'Вечер с лекцией', 'Konferans akşamı', 'Buổi tối thuyết trình', 'Wieczór z prelekcją', 'شب سخنرانی', 'Soirée-conférence', 'Seară de prelegeri'),
  ('Tische mit Bänken', 'طاولات مع مقاعد', 'Столи з лавками', 'Столы со скамейками', 'Masa ve bank takımları', 'Bàn kèm ghế dài', 'Stoły z ławkami', 'میز و نیمکت', 'Tables et bancs', 'Mese cu bănci'),
  ('Pavillons', 'خيام مظلّة', 'Шатри', 'Шатры', 'Çardak çadırlar', 'Lều dựng nhanh', 'Pawilony ogrodowe', 'آلاچیق‌ها', 'Barnums', 'Pavilioane'),
  ('Pavillon', 'خيمة مظلّة', 'Шатро', 'Шатёр', 'Çardak çadır', 'Lều dựng nhanh', 'Pawilon ogrodowy', 'آلاچیق', 'Barnum', 'Pavilion'),
  ('Strom', 'كهرباء', 'Електрика', 'Электричество', 'Elektrik', 'Điện', 'Prąd', 'برق', 'Électricité', 'Curent electric'),
  ('Transporter', 'شاحنة صغيرة', 'Мікроавтобус', 'Фургон', 'Panelvan', 'Xe tải nhỏ', 'Bus dostawczy', 'وانت سرپوشیده', 'Camionnette', 'Dubă'),
  ('Mehrwegbecher', 'أكواب متعدّدة الاستعمال', 'Багаторазові стакани', 'Многоразовые стаканы', 'Tekrar kullanılan bardaklar', 'Cốc dùng nhiều lần', 'Kubki wielorazowe', 'لیوان چندبارمصرف', 'Gobelets réutilisables', 'Pahare reutilizabile'),
  ('Lautsprecher', 'مكبّرات صوت', 'Колонки', 'Колонки', 'Hoparlörler', 'Loa', 'Głośniki', 'بلندگو', 'Haut-parleurs', 'Boxe'),
  ('Grill', 'شوّاية', 'Гриль', 'Гриль', 'Mangal', 'Bếp nướng', 'Grill', 'منقل کباب', 'Barbecue', 'Grătar'),
  ('Etwas für Kinder', 'شيء للأطفال', 'Щось для дітей', 'Что-нибудь для детей', 'Çocuklar için bir şey', 'Trò chơi cho trẻ em', 'Coś dla dzieci', 'چیزی برای بچه‌ها', 'Quelque chose pour les enfants', 'Ceva pentru copii'),
  ('Erste Hilfe', 'إسعافات أولية', 'Перша допомога', 'Первая помощь', 'İlk yardım', 'Sơ cứu', 'Pierwsza pomoc', 'کمک‌های اولیه', 'Premiers secours', 'Prim ajutor'),
  ('Ort im Freien', 'مكان في الهواء الطلق', 'Місце просто неба', 'Место на открытом воздухе', 'Açık alan', 'Địa điểm ngoài trời', 'Miejsce na świeżym powietrzu', 'محل در فضای باز', 'Lieu en plein air', 'Loc în aer liber'),
  ('Kühlboxen', 'صناديق تبريد', 'Сумки-холодильники', 'Сумки-холодильники', 'Soğutucu kutular', 'Thùng giữ lạnh', 'Lodówki turystyczne', 'یخدان‌ها', 'Glacières', 'Lăzi frigorifice'),
  ('Lichterketten', 'سلاسل أضواء', 'Гірлянди', 'Гирлянды', 'Işık zincirleri', 'Đèn dây', 'Girlandy świetlne', 'ریسهٔ چراغ', 'Guirlandes lumineuses', 'Ghirlande luminoase'),
  ('Musik', 'موسيقى', 'Музика', 'Музыка', 'Müzik', 'Âm nhạc', 'Muzyka', 'موسیقی', 'Musique', 'Muzică'),
  ('Platz oder Halle', 'ملعب أو صالة', 'Майданчик або зал', 'Площадка или зал', 'Saha veya salon', 'Sân hoặc nhà thi đấu', 'Boisko lub hala', 'زمین یا سالن', 'Terrain ou salle', 'Teren sau sală'),
  ('Tore', 'مرميان', 'Ворота', 'Ворота', 'Kaleler', 'Khung thành', 'Bramki', 'دروازه‌ها', 'Buts', 'Porți'),
  ('Ansage', 'إعلانات صوتية', 'Оголошення', 'Объявления', 'Anons', 'Thông báo', 'Zapowiedzi', 'اعلام با بلندگو', 'Annonces', 'Anunțuri'),
  ('Tische', 'طاولات', 'Столи', 'Столы', 'Masalar', 'Bàn', 'Stoły', 'میزها', 'Tables', 'Mese'),
  ('Stellwände', 'لوحات عرض', 'Стенди', 'Стенды', 'Sergi panoları', 'Vách trưng bày', 'Ścianki wystawowe', 'تابلوهای نمایش', 'Panneaux d’affichage', 'Panouri de expoziție'),
  ('Buttonmaschine', 'آلة صنع الدبابيس', 'Прес для значків', 'Пресс для значков', 'Rozet makinesi', 'Máy làm huy hiệu', 'Maszynka do przypinek', 'دستگاه پیکسل‌ساز', 'Machine à badges', 'Mașină de insigne'),
  ('Glücksrad', 'عجلة الحظ', 'Колесо фортуни', 'Колесо фортуны', 'Şans çarkı', 'Vòng quay may mắn', 'Koło fortuny', 'گردونهٔ شانس', 'Roue de la fortune', 'Roata norocului'),
  ('Bollerwagen', 'عربة يد', 'Ручний візок', 'Ручная тележка', 'El arabası', 'Xe kéo tay', 'Wózek ręczny', 'گاری دستی', 'Chariot à main', 'Cărucior de mână'),
  ('Sackkarren', 'عربات نقل', 'Вантажні візки', 'Грузовые тележки', 'Yük arabaları', 'Xe đẩy hàng', 'Wózki transportowe', 'چرخ‌های باربری', 'Diables', 'Lize'),
  ('Leitern', 'سلالم', 'Драбини', 'Лестницы-стремянки', 'Merdivenler', 'Thang', 'Drabiny', 'نردبان‌ها', 'Échelles', 'Scări'),
  ('Gartengeräte', 'أدوات الحديقة', 'Садовий інвентар', 'Садовый инвентарь', 'Bahçe aletleri', 'Dụng cụ làm vườn', 'Narzędzia ogrodowe', 'ابزار باغبانی', 'Outils de jardin', 'Unelte de grădină'),
  ('Werkzeug', 'عدّة عمل', 'Інструменти', 'Инструменты', 'El aletleri', 'Dụng cụ', 'Narzędzia', 'ابزار', 'Outils', 'Scule'),
  ('Reiniger', 'جهاز تنظيف بالضغط', 'Мийка високого тиску', 'Мойка высокого давления', 'Basınçlı yıkama makinesi', 'Máy rửa áp lực', 'Myjka ciśnieniowa', 'کارواش خانگی', 'Nettoyeur haute pression', 'Aparat de spălat cu presiune'),
  ('Raum', 'قاعة', 'Приміщення', 'Помещение', 'Oda', 'Phòng', 'Sala', 'اتاق', 'Salle', 'Sală'),
  ('Beamer', 'جهاز عرض', 'Проєктор', 'Проектор', 'Projektör', 'Máy chiếu', 'Projektor', 'ویدئو پروژکتور', 'Vidéoprojecteur', 'Videoproiector'),
  ('Leinwand', 'شاشة عرض', 'Екран', 'Экран', 'Projeksiyon perdesi', 'Màn chiếu', 'Ekran', 'پردهٔ نمایش', 'Écran', 'Ecran de proiecție'),
  ('Stühle', 'كراسٍ', 'Стільці', 'Стулья', 'Sandalyeler', 'Ghế', 'Krzesła', 'صندلی‌ها', 'Chaises', 'Scaune'),
  ('Mikrofone', 'ميكروفونات', 'Мікрофони', 'Микрофоны', 'Mikrofonlar', 'Micro', 'Mikrofony', 'میکروفون‌ها', 'Micros', 'Microfoane'),
  ('Sprachmittlung', 'ترجمة شفهية', 'Усний переклад', 'Устный перевод', 'Sözlü çeviri', 'Phiên dịch', 'Tłumaczenie ustne', 'ترجمهٔ شفاهی', 'Interprétariat', 'Interpretare'),
  ('Kaffee und Tee', 'قهوة وشاي', 'Кава та чай', 'Кофе и чай', 'Kahve ve çay', 'Cà phê và trà', 'Kawa i herbata', 'قهوه و چای', 'Café et thé', 'Cafea și ceai');
update public.event_templates t set names = t.names || (to_jsonb(w) - 'de') from template_words w where w.de = t.names ->> 'de';
update public.event_template_items i set names = i.names || (to_jsonb(w) - 'de') from template_words w where w.de = i.names ->> 'de';
