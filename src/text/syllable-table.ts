/** What a Vietnamese syllable may begin with, before its rime. `gi` and `qu` are onsets here, as they are in spelling. */
export const onsets: readonly string[] = 'ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x'
  .split(' ')
  .concat('');

/** The rimes of Vietnamese syllables as spelled, without tones, those after `qu` and `gi` too. */
export const rimes: readonly string[] = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu',
  'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt',
  'u ua uân uâng uât uây uc uê uên uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu',
  'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
  'y ych yêm yên yêng yêt yêu yn ynh yp yt',
].flatMap((line) => line.split(' '));
