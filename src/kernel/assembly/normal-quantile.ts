/**
 * The standard normal quantile of a probability, 0..1 exclusive; relative error about 1e-15.
 * Wichura: Algorithm AS 241, PPND16, Applied Statistics 37 (1988).
 */
export function normalQuantile(probability: f64): f64 {
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * middle(0.180625 - q * q);
  const root = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  // Beyond root 5 lie probabilities below 1.4e-11: only truncated laws ask for them.
  const z = root <= 5 ? nearTail(root - 1.6) : farTail(root - 5);
  return q < 0 ? -z : z;
}

function middle(r: f64): f64 {
  let over = 2509.0809287301227 * r + 33430.57558358813;
  over = over * r + 67265.7709270087;
  over = over * r + 45921.95393154987;
  over = over * r + 13731.69376550946;
  over = over * r + 1971.5909503065513;
  over = over * r + 133.14166789178438;
  over = over * r + 3.3871328727963665;
  let under = 5226.495278852854 * r + 28729.085735721943;
  under = under * r + 39307.89580009271;
  under = under * r + 21213.794301586597;
  under = under * r + 5394.196021424751;
  under = under * r + 687.1870074920579;
  under = under * r + 42.31333070160091;
  under = under * r + 1;
  return over / under;
}

function nearTail(r: f64): f64 {
  let over = 0.0007745450142783414 * r + 0.022723844989269184;
  over = over * r + 0.2417807251774506;
  over = over * r + 1.2704582524523684;
  over = over * r + 3.6478483247632045;
  over = over * r + 5.769497221460691;
  over = over * r + 4.630337846156546;
  over = over * r + 1.4234371107496835;
  let under = 1.0507500716444169e-9 * r + 0.0005475938084995345;
  under = under * r + 0.015198666563616457;
  under = under * r + 0.14810397642748008;
  under = under * r + 0.6897673349851;
  under = under * r + 1.6763848301838038;
  under = under * r + 2.053191626637759;
  under = under * r + 1;
  return over / under;
}

function farTail(r: f64): f64 {
  let over = 2.0103343992922881e-7 * r + 2.7115555687434876e-5;
  over = over * r + 0.0012426609473880784;
  over = over * r + 0.026532189526576124;
  over = over * r + 0.29656057182850487;
  over = over * r + 1.7848265399172913;
  over = over * r + 5.463784911164114;
  over = over * r + 6.657904643501103;
  let under = 2.0442631033899397e-15 * r + 1.421511758316446e-7;
  under = under * r + 1.8463183175100548e-5;
  under = under * r + 0.0007868691311456133;
  under = under * r + 0.014875361290850615;
  under = under * r + 0.1369298809227358;
  under = under * r + 0.599832206555888;
  under = under * r + 1;
  return over / under;
}
