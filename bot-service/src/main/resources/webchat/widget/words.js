// What the widget says, in every language. Functions take what varies.
const WORDS = {
  es: {
    open: "Abrir el chat", close: "Cerrar el chat", chat: "Chat con {0}", log: "Mensajes",
    placeholder: "Escriba su mensaje…", message: "Mensaje", send: "Enviar", attach: "Adjuntar un archivo",
    drop: "Suelte el archivo para enviarlo", assistant: "Asistente", instant: "Responde al instante",
    someone: "Hay personas en línea", team: "Persona del equipo", teamOf: "Equipo de {0}",
    waiting: "Esperando a una persona…",
    took: "{0} tomó el relevo", tookNobody: "Una persona toma el relevo", back: "El asistente vuelve a atenderle",
    typingBot: "El asistente está escribiendo", typingPerson: "{0} está escribiendo", you: "Usted",
    today: "Hoy", yesterday: "Ayer", sending: "Enviando", sent: "Enviado", seen: "Visto",
    failed: "No se envió.", retry: "Reintentar", discard: "Descartar", remove: "Quitar {0}",
    offline: "Sin conexión. Sus mensajes saldrán solos cuando vuelva.", soundOn: "Activar el sonido", soundOff: "Silenciar",
    news: "{0} mensajes sin leer", news1: "1 mensaje sin leer", latest: "Ver lo último", earlier: "Ver mensajes anteriores",
    tooLarge: "El archivo supera los {0} MB. Envíe uno más pequeño.", other: "Este mensaje no se puede mostrar aquí.",
    picture: "Imagen: {0}", file: "Archivo: {0}", uploading: "Subiendo {0}…", place: "Ver en el mapa", options: "Opciones",
    broken: "El chat no está disponible en este momento.", again: "Intentar de nuevo", left: "Quedan {0} caracteres",
    loading: "Cargando…", hello: "¡Hola! ¿En qué le ayudamos?", opens: "se abre en otra pestaña",
    helpful: "¿Le sirvió?", helped: "Sí, me sirvió", helpedNot: "No me sirvió", thanks: "¡Gracias!"
  },
  en: {
    open: "Open the chat", close: "Close the chat", chat: "Chat with {0}", log: "Messages",
    placeholder: "Write your message…", message: "Message", send: "Send", attach: "Attach a file",
    drop: "Drop the file to send it", assistant: "Assistant", instant: "Answers at once",
    someone: "People are online", team: "A person from the team", teamOf: "{0} team",
    waiting: "Waiting for a person…",
    took: "{0} took over", tookNobody: "A person is taking over", back: "The assistant is back with you",
    typingBot: "The assistant is typing", typingPerson: "{0} is typing", you: "You",
    today: "Today", yesterday: "Yesterday", sending: "Sending", sent: "Sent", seen: "Seen",
    failed: "Not sent.", retry: "Try again", discard: "Discard", remove: "Remove {0}",
    offline: "You are offline. Your messages will go out by themselves.", soundOn: "Turn sound on", soundOff: "Turn sound off",
    news: "{0} unread messages", news1: "1 unread message", latest: "Go to the latest", earlier: "Show earlier messages",
    tooLarge: "The file is larger than {0} MB. Please send a smaller one.", other: "This message cannot be shown here.",
    picture: "Picture: {0}", file: "File: {0}", uploading: "Uploading {0}…", place: "Show on the map", options: "Options",
    broken: "The chat is not available right now.", again: "Try again", left: "{0} characters left",
    loading: "Loading…", hello: "Hello! How can we help?", opens: "opens in another tab",
    helpful: "Was this helpful?", helped: "Yes, it helped", helpedNot: "It did not help", thanks: "Thank you!"
  },
  pt: {
    open: "Abrir o chat", close: "Fechar o chat", chat: "Chat com {0}", log: "Mensagens",
    placeholder: "Escreva sua mensagem…", message: "Mensagem", send: "Enviar", attach: "Anexar um arquivo",
    drop: "Solte o arquivo para enviá-lo", assistant: "Assistente", instant: "Responde na hora",
    someone: "Há pessoas on-line", team: "Pessoa da equipe", teamOf: "Equipe de {0}",
    waiting: "Aguardando uma pessoa…",
    took: "{0} assumiu a conversa", tookNobody: "Uma pessoa assume a conversa", back: "O assistente voltou a atender",
    typingBot: "O assistente está escrevendo", typingPerson: "{0} está escrevendo", you: "Você",
    today: "Hoje", yesterday: "Ontem", sending: "Enviando", sent: "Enviada", seen: "Vista",
    failed: "Não foi enviada.", retry: "Tentar de novo", discard: "Descartar", remove: "Remover {0}",
    offline: "Sem conexão. Suas mensagens sairão sozinhas quando ela voltar.", soundOn: "Ativar o som", soundOff: "Silenciar",
    news: "{0} mensagens não lidas", news1: "1 mensagem não lida", latest: "Ver as últimas", earlier: "Ver mensagens anteriores",
    tooLarge: "O arquivo tem mais de {0} MB. Envie um menor.", other: "Esta mensagem não pode ser mostrada aqui.",
    picture: "Imagem: {0}", file: "Arquivo: {0}", uploading: "Enviando {0}…", place: "Ver no mapa", options: "Opções",
    broken: "O chat não está disponível no momento.", again: "Tentar de novo", left: "Restam {0} caracteres",
    loading: "Carregando…", hello: "Olá! Como podemos ajudar?", opens: "abre em outra aba",
    helpful: "Isso ajudou?", helped: "Sim, ajudou", helpedNot: "Não ajudou", thanks: "Obrigado!"
  }
};

const speak = (language) => (key, value) => (WORDS[language][key] || key).replace("{0}", () => value);
